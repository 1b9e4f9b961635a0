import { assert, describe, it } from "@effect/vitest"
import { type Detector, InvalidParams, type Plugin } from "@mjolnir/core"
import { Result } from "effect"

import { adoptPlugin } from "../../src/plugins/adoptPlugin.ts"

/** What `definePlugin` makes in a plugin that brings its own copy of the SDK: plain data and functions. */
const foreign = (configure: (settings: unknown) => unknown) => ({
  kind: "plugin",
  name: "three",
  version: "1.0.0",
  summary: "Runs of three",
  sdk: "^0.1.0",
  isolation: "inline",
  detectors: [
    {
      kind: "detector",
      name: "three-up",
      version: "1.0.0",
      summary: "Three rising closes",
      on: "candle",
      emits: ["THREE_UP"],
      intervals: undefined,
      filters: {},
      priceScale: "absolute",
      can: { annotate: false, explain: false, tellNearMisses: false, remember: false },
      describeParams: () => ({}),
      configure
    }
  ]
})

const detectorOf = (configure: (settings: unknown) => unknown): Detector => {
  const [detector] = Result.getOrThrow(adoptPlugin(foreign(configure))).detectors
  if (detector === undefined) throw new Error("The plugin lost its detector")
  return detector
}

describe("a plugin with its own copy of the SDK", () => {
  it("has the kinds of parts that came into being after it was built, without any", () => {
    const { feeds, gates }: Plugin = Result.getOrThrow(adoptPlugin(foreign(() => undefined)))
    assert.deepStrictEqual([feeds, gates], [[], []])
  })

  it("has what it says of its patterns, and nothing where it was built before that could be said", () => {
    const said = { means: "It rises.", rule: "Three rising closes.", source: "Me", example: [[1, 2, 1, 2]] }
    const [detector] = foreign(() => undefined).detectors
    const described = { ...detector, patterns: { THREE_UP: said } }
    const adopted = adoptPlugin({ ...foreign(() => undefined), detectors: [described, detector] })
    assert.deepStrictEqual(
      Result.getOrThrow(adopted).detectors.map(({ patterns }): object => patterns),
      [{ THREE_UP: said }, {}]
    )
  })

  it("configures its parts, and that is told as a result of the host", () => {
    const configured = { id: "three-up@1.0.0" }
    const detector = detectorOf((settings) => ({ _tag: "Success", success: { ...configured, settings } }))
    assert.deepStrictEqual(detector.configure({ a: 1 }), Result.succeed({ ...configured, settings: { a: 1 } } as never))
  })

  it("refuses params, and that is told as an error of the host", () => {
    const failure = { _tag: "InvalidParams", part: "three-up", problems: ["a: Expected number"] }
    const result = detectorOf(() => ({ _tag: "Failure", failure })).configure({})
    assert.isTrue(Result.isFailure(result) && result.failure instanceof InvalidParams)
    assert.strictEqual(Result.isFailure(result) ? result.failure.message : "", "three-up: a: Expected number")
  })

  it("whose configure throws refuses the params", () => {
    const result = detectorOf(() => {
      throw new Error("history is -1")
    }).configure({})
    assert.strictEqual(
      Result.isFailure(result) ? result.failure.message : "",
      "three-up: params: configure throws: history is -1"
    )
  })

  it("whose configure gives something else refuses the params", () => {
    const result = detectorOf(() => 3).configure({})
    assert.strictEqual(
      Result.isFailure(result) ? result.failure.message : "",
      "three-up: params: configure gives neither a success nor a failure"
    )
  })

  for (const [field, value, problem] of [
    ["kind", "detector", 'kind: Expected "plugin"'],
    ["summary", "", "summary: Expected a value with a length of at least 1"],
    ["detectors", [{}], "detectors.0.name: Missing key"],
    ["isolation", "process", 'isolation: Expected "inline" | "worker"']
  ] as const) {
    it(`is refused when its ${field} is ${JSON.stringify(value)}`, () => {
      const result = adoptPlugin({ ...foreign(() => 3), [field]: value })
      assert.strictEqual(Result.isFailure(result) ? result.failure.problem : "", problem)
    })
  }
})
