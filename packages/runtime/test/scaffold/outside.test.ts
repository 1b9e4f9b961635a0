import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises"
import { join } from "node:path"

import { assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"

import { loadPlugins } from "../../src/plugins/loadPlugins.ts"
import type { PreviewData } from "../../src/preview/PreviewData.ts"
import { type PluginKind, pluginKinds, pluginTemplates } from "../../src/scaffold/pluginKinds.ts"
import { ended, installOutside, type Outside, root, run, unpack } from "../support/packedPackages.ts"

const limit = 90_000

/** Candles of the symbol that its name says. */
const loop = join(root, "docs/examples/LOOP.csv")

/** The cases that `mjolnir plugin check` has for the part of each kind: their letter, the first and the last. */
const partCases: Readonly<Record<PluginKind, readonly [letter: string, first: number, last: number]>> = {
  detector: ["C", 0, 16],
  feature: ["F", 1, 3],
  gate: ["G", 0, 5],
  sink: ["K", 0, 1],
  feed: ["D", 0, 4],
  scorer: ["S", 0, 3]
}

const ids = ([letter, first, last]: readonly [string, number, number]): ReadonlyArray<string> =>
  Array.from({ length: last - first + 1 }, (_, index) => `${letter}${String(first + index).padStart(2, "0")}`)

/** The cases that `mjolnir plugin check` has printed, each with its mark. */
const casesIn = (printed: string): ReadonlyArray<string> =>
  [...printed.matchAll(/^ {2}(\S) ([A-Z]\d\d) /gm)].map(([, mark, id]) => `${mark} ${id}`)

/** The detections that `mjolnir detect` or `mjolnir demo` has printed. */
const detectionsIn = (printed: string): ReadonlyArray<{ readonly detector: string; readonly pattern: string }> =>
  printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))

/** A page of `mjolnir plugin preview`: its text and what it shows. */
const pageAt = async (file: string): Promise<PreviewData & { readonly html: string }> => {
  const html = await readFile(file, "utf8")
  const [, data = ""] = /<script type="application\/json" id="preview-data">(.*)<\/script>/.exec(html) ?? []
  return { ...JSON.parse(data), html }
}

describe("a package made by mjolnir plugin new, outside the repository", { timeout: limit }, () => {
  let outside: Outside
  const made = new Map<PluginKind, Promise<string>>()

  beforeAll(async () => {
    outside = await installOutside()
    return () => outside[Symbol.asyncDispose]()
  }, limit)

  const commandIn = (folder: string) => join(folder, "node_modules", ".bin", "mjolnir")
  const npm = (script: string, folder: string) => run("npm", ["run", "--silent", script], folder)

  /** What the packed command says to the author, in a folder of theirs. */
  const author = (folder: string, ...args: ReadonlyArray<string>) => ended(commandIn(outside.folder), args, folder)
  /** What it says to the operator, in the folder where they have it. */
  const operator = (...args: ReadonlyArray<string>) => ended(commandIn(outside.operator), args, outside.operator)

  /** The folder of a new plugin, which is made and built when it is first asked for. */
  const pluginOf = (kind: PluginKind): Promise<string> => {
    const folder = made.get(kind) ?? make(kind)
    made.set(kind, folder)
    return folder
  }

  const make = async (kind: PluginKind) => {
    const name = `my-${kind}`
    await run(commandIn(outside.folder), ["plugin", "new", name, "--kind", kind], outside.folder)
    const folder = join(outside.folder, name)
    await npm("build", folder)
    return folder
  }

  /** Installs the packed detector at the operator's, with the author's copies of the SDK and of Effect. */
  const installByName = async (): Promise<string> => {
    const folder = await pluginOf("detector")
    await run("npm", ["pack"], folder)
    const installed = join(outside.operator, "node_modules", "my-detector")
    await unpack(join(folder, "my-detector-0.1.0.tgz"), installed)
    await mkdir(join(installed, "node_modules"))
    for (const name of ["effect", "@mjolnir"]) {
      await symlink(join(outside.folder, "node_modules", name), join(installed, "node_modules", name))
    }
    return installed
  }
  let installation: Promise<string> | undefined
  const installedByName = () => (installation ??= installByName())

  for (const kind of pluginKinds) {
    it(`type-checks, passes its tests and can be loaded as a ${kind}`, async () => {
      const folder = await pluginOf(kind)
      await npm("typecheck", folder)
      assert.match(await npm("test", folder), /Tests .*passed/)
      const { loaded, refused } = await Effect.runPromise(loadPlugins([folder]))
      assert.deepStrictEqual(refused, [])
      // What it says of its parts before its code is run is what its code says.
      const field = pluginTemplates[kind].parts
      const described = loaded[0]?.manifest?.parts?.[field][0]
      assert.deepInclude(loaded[0]?.parts[field][0], { ...described })
    })

    it(`passes mjolnir plugin check as a ${kind}`, async () => {
      const { exitCode, stderr, stdout } = await author(await pluginOf(kind), "plugin", "check", ".")
      const expected = [...ids(["P", 0, 4]), ...ids(partCases[kind])]
      assert.deepStrictEqual(
        casesIn(stdout),
        expected.map((id) => `✓ ${id}`),
        stdout
      )
      assert.include(stdout, `\n${expected.length} cases: ${expected.length} passed in `)
      assert.deepStrictEqual([exitCode, stderr], [0, ""])
    })
  }

  it("fails mjolnir plugin check with exit code 1 when its package.json says what its code does not", async () => {
    const folder = join(outside.folder, "other-version")
    await cp(await pluginOf("gate"), folder, { recursive: true })
    const manifest = await readFile(join(folder, "package.json"), "utf8")
    await writeFile(join(folder, "package.json"), manifest.replace('"version": "0.1.0"', '"version": "0.2.0"'))
    const { exitCode, stdout } = await author(folder, "plugin", "check", ".")
    assert.include(casesIn(stdout), "✗ P01")
    assert.match(stdout, /\d+ cases: 1 failed, \d+ passed/)
    assert.strictEqual(exitCode, 1)
  })

  for (const { flags, from, out, symbol } of [
    { from: "made-up candles", symbol: "MADEUP", flags: [], out: "my-detector.html" },
    { from: "candles of a file", symbol: "LOOP", flags: ["--candles", loop, "--out", "loop.html"], out: "loop.html" }
  ]) {
    it(`is previewed on ${from}, as one page that needs nothing else`, async () => {
      const folder = await pluginOf("detector")
      const { exitCode, stderr, stdout } = await author(folder, "plugin", "preview", ".", ...flags)
      assert.deepStrictEqual([exitCode, stderr], [0, ""])
      const { candles, detections, html } = await pageAt(join(folder, out))
      assert.match(stdout, new RegExp(`^${symbol}, `))
      const row = ["my-detector@0\\.1\\.0", `${candles.length} of 1m`, detections.length, "–", out].join(" +")
      assert.match(stdout, new RegExp(`^${row}$`, "m"))
      assert.isNotEmpty(detections)
      for (const { annotations = [], explanation = [], pattern } of detections) {
        assert.deepStrictEqual([pattern, annotations.length, explanation.length], ["MY_DETECTOR", 1, 2])
      }
      assert.notMatch(html, /<(?:script|link|img)[^>]+(?:src|href)="(?!data:)/)
    })
  }

  it("is described by mjolnir plugin docs, which then finds nothing to change", async () => {
    const folder = await pluginOf("detector")
    assert.deepInclude(await author(folder, "plugin", "docs", "."), { exitCode: 0, stderr: "" })
    assert.include(await readFile(join(folder, "README.md"), "utf8"), "| `minimumGain` | number above 0 |")
    assert.deepInclude(await author(folder, "plugin", "docs", ".", "--check"), { exitCode: 0, stderr: "" })
    await writeFile(join(folder, "README.md"), "# my-detector\n")
    const { exitCode, stderr } = await author(folder, "plugin", "docs", ".", "--check")
    assert.deepStrictEqual([exitCode, stderr.split("\n").length], [1, 2])
    assert.include(stderr, "README.md is out of date; run mjolnir plugin docs .")
  })

  it("is run with copies of the SDK and of Effect that are not the host's", async () => {
    const placesFrom = (folder: string) => {
      const code = 'for (const name of ["@mjolnir/core", "effect"]) console.log(import.meta.resolve(name))'
      return run(process.execPath, ["--input-type=module", "--eval", code], folder)
    }
    const ofHost = await placesFrom(outside.operator)
    for (const folder of [await pluginOf("detector"), await installedByName()]) {
      const ofPlugin = await placesFrom(folder)
      for (const place of ofPlugin.trim().split("\n")) assert.notInclude(ofHost, place)
    }
  })

  it("is listed by its path and by the name of its package", async () => {
    const row = /^my-detector +0\.1\.0 +inline +found +1 detector$/m
    await installedByName()
    for (const { exitCode, stdout } of [
      await author(await pluginOf("detector"), "plugin", "list", "--plugin", "."),
      await operator("plugin", "list", "--plugin", "my-detector")
    ]) {
      assert.match(stdout, row)
      assert.strictEqual(exitCode, 0)
    }
  })

  it("detects the same by its path and by the name of its package", async () => {
    const folder = await pluginOf("detector")
    await installedByName()
    const candles = join(folder, "test", "candles.csv")
    const detect = (plugin: string) => operator("detect", candles, "--format", "jsonl", "--plugin", plugin)
    const found = await detect(folder)
    assert.strictEqual(found.exitCode, 0)
    assert.isNotEmpty(detectionsIn(found.stdout))
    for (const { detector } of detectionsIn(found.stdout)) assert.strictEqual(detector, "my-detector@0.1.0")
    assert.strictEqual((await detect("my-detector")).stdout, found.stdout)
  })

  it("finds its pattern in mjolnir demo, by its path and by the name of its package", async () => {
    const folder = await pluginOf("detector")
    await installedByName()
    const demo = (plugin: string) => operator("demo", "--seconds", "3", "--port", "0", "--plugin", plugin)
    for (const { exitCode, stderr, stdout } of await Promise.all([folder, "my-detector"].map(demo))) {
      assert.strictEqual(exitCode, 0, stderr)
      assert.isNotEmpty(detectionsIn(stdout))
      for (const { pattern } of detectionsIn(stdout)) assert.strictEqual(pattern, "MY_DETECTOR")
    }
  })
})
