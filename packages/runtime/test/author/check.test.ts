import { assert, describe, it } from "@effect/vitest"

import { mjolnir } from "../commands/mjolnirProcess.ts"
import type { PluginFolder } from "../plugins/PluginFolder.ts"
import { everyOtherKind, pluginWith, scaffoldedPackage } from "./AuthoredPlugin.ts"

/** Runs the command with `--json` and gives the ids of the cases by their outcome. */
const outcomes = (path: string, ...args: ReadonlyArray<string>) => {
  const { code, err, out } = mjolnir(["plugin", "check", path, "--json", ...args])
  const { cases, ...report } = JSON.parse(out)
  const ids = (outcome: string): ReadonlyArray<string> =>
    cases.filter((each: { outcome: string }) => each.outcome === outcome).map(({ id }: { id: string }) => id)
  return { code, err, report, cases, passed: ids("passed"), failed: ids("failed"), skipped: ids("skipped") }
}

const file = (folder: PluginFolder) => `${folder.path}/plugin.ts`

describe("mjolnir plugin check", () => {
  it("passes the package that mjolnir plugin new makes, whose manifest agrees with its code", () => {
    using folder = scaffoldedPackage("detector")
    const { code, err, failed, passed, report, skipped } = outcomes(folder.path)
    assert.deepStrictEqual([code, err, failed, skipped], [0, "", [], ["P04"]])
    assert.deepInclude(report, { plugin: "three-up", version: "0.1.0", failed: 0, untried: 0 })
    assert.includeMembers([...passed], ["P01", "P02", "P03", "C00", "C01", "C02", "C09", "C14"])
  })

  it("examines every other kind of part", () => {
    using folder = everyOtherKind()
    const { cases, code, failed, passed } = outcomes(`${folder.path}/src/index.ts`)
    assert.deepStrictEqual([code, failed], [0, []])
    assert.includeMembers([...passed], ["F01", "F02", "F03", "D01", "D04", "G01", "G05", "S01", "S03", "K01"])
    const parts = new Set(cases.map(({ part }: { part: string }) => part))
    assert.includeMembers([...parts], ["feature mean-range@0.1.0", "sink team-chat@0.1.0"])
  })

  it("prints an aligned table, and of what failed what was seen, why it matters and how to mend it", () => {
    using folder = pluginWith("detectors: [detector((window) => { window.close(3); return noMatch })]")
    const { code, err, out } = mjolnir(["plugin", "check", file(folder)])
    assert.strictEqual(code, 1)
    assert.strictEqual(
      err.replaceAll(`${folder.path}/`, ""),
      "mjolnir: plugin plugin.ts: it fails 1 of 18 cases: C05; the table says why and how to mend it\n"
    )
    assert.match(out, / {2}✗ C05 .*\n {9}seen {2}.*close\(3\)[^]* {9}why {3}[^]* {9}mend {2}/)
    assert.match(out, /^18 cases: 1 failed, \d+ passed, \d+ skipped in \d+\.\d s$/m)
    const columns = out
      .split("\n")
      .filter((line) => /^ {2}✓/.test(line))
      .map((line) => line.slice(2).search(/ {2}[^ ].* {2}/))
    assert.strictEqual(new Set(columns).size, 1)
    assert.notInclude(out, "\u001B")
  })

  it("says what the manifest and the code disagree about", () => {
    const gates = [{ name: "weekly-limit", version: "0.1.0", summary: "For a week", reasons: ["WEEKLY_LIMIT"] }]
    using folder = scaffoldedPackage("gate", { sdk: ">=0.1.0", isolation: "worker", parts: { gates } })
    const { cases, failed } = outcomes(folder.path)
    assert.deepStrictEqual(failed, ["P02", "P03", "P04"])
    const seen = cases
      .filter(({ id }: { id: string }) => failed.includes(id))
      .map(({ detail }: { detail: string }) => detail)
    assert.deepStrictEqual(seen, [
      'sdk is ">=0.1.0" in package.json and "^0.1.0" in definePlugin',
      'isolation is "worker" in package.json and "inline" in definePlugin',
      "the gate daily-limit is not in package.json"
    ])
  })

  it("finds what is wrong with parts that are no detectors", () => {
    using folder = pluginWith(`
      gates: [
        defineGate({ ...about, name: "undeclared", reasons: ["late"], decide: () => "early" as any }),
        defineGate({ ...about, name: "by-chance", reasons: ["unlucky"], decide: () => Math.random() < 0.5 ? "unlucky" : undefined })
      ],
      feeds: [defineFeed({ ...about, name: "trusting", decode: (frame) => ({ _tag: "Ticks", ticks: [JSON.parse(frame)] }) })],
      scorers: [defineScorer({ ...about, name: "too-sure", score: () => ({ probability: 2, model: "hope" }) })],
      sinks: [defineSink({ ...about, name: "shut", layer: Layer.effectDiscard(Effect.fail("no address")), deliver: () => Effect.void })],
      features: [defineFeature({
        name: "sum", version: "1.0.0", summary: "All closes", warmUp: 5,
        state: { init: () => ({ sum: 0 }) },
        update: (state, window) => { state.sum += window.close(0) },
        reading: (state) => ({ get value() { return state().sum } })
      })]`)
    const { cases, code } = outcomes(file(folder))
    const failed = cases
      .filter(({ outcome }: { outcome: string }) => outcome === "failed")
      .map(({ id, part }: { id: string; part: string }) => `${part} ${id}`)
    assert.deepStrictEqual(
      [code, failed],
      [
        1,
        [
          "feature sum@1.0.0 F02",
          "feed trusting@1.0.0 D01",
          "feed trusting@1.0.0 D02",
          "feed trusting@1.0.0 D03",
          "gate undeclared@1.0.0 G01",
          "gate by-chance@1.0.0 G02",
          "gate by-chance@1.0.0 G04",
          "scorer too-sure@1.0.0 S01",
          "sink shut@1.0.0 K01"
        ]
      ]
    )
  })

  it("fails the case in which a plugin hangs", () => {
    using folder = pluginWith("detectors: [detector(() => { for (;;); })]")
    const { cases, code, err, failed, report } = outcomes(file(folder), "--limit", "3s")
    assert.deepStrictEqual([code, failed], [1, ["C01"]])
    assert.strictEqual(cases.at(-1).detail, "it was not done after 3s")
    assert.isAbove(report.untried, 10)
    assert.include(err, "C01")
  })

  it("fails the case in which a plugin ends the process, whatever the exit code says", () => {
    using folder = pluginWith("detectors: [detector(() => process.exit(0))]")
    const { cases, code } = outcomes(file(folder))
    assert.deepStrictEqual([code, cases.at(-1).detail], [1, "it ended the process by process.exit()"])
  })

  it("keeps what a plugin prints out of its own output", () => {
    using folder = pluginWith(
      'gates: [(console.log("hello"), defineGate({ ...about, name: "open", reasons: ["closed"], decide: () => undefined }))]'
    )
    const { code, err } = outcomes(file(folder))
    assert.deepStrictEqual([code, err], [0, "hello\n"])
  })

  it("tells in one line why a plugin cannot be loaded", () => {
    using folder = pluginWith("detectors: [detector(]")
    const { code, err, out } = mjolnir(["plugin", "check", file(folder)])
    assert.deepStrictEqual([code, out], [1, ""])
    assert.match(err, /^mjolnir: plugin .*plugin\.ts(:\d+)? cannot be imported: .*; correct the syntax\n$/)
  })

  for (const [args, problem] of [
    [["classic", "--detector", "duble-top"], "plugin classic: it has no detector duble-top; did you mean double-top?"],
    [["classic", "--candles", "no.csv"], "no.csv: there is no such file"]
  ] as const) {
    it(`refuses ${args.join(" ")} in one line`, () =>
      assert.deepStrictEqual(mjolnir(["plugin", "check", ...args]), { code: 1, out: "", err: `mjolnir: ${problem}\n` }))
  }
})
