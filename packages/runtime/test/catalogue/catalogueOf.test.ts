import { assert, describe, it } from "@effect/vitest"
import { defineDetector, definePlugin, noMatch, param } from "@mjolnir/core"
import { builtInPlugins } from "@mjolnir/plugins"
import { Schema } from "effect"

import { catalogueOf } from "../../src/catalogue/catalogueOf.ts"
import { describedPlugin, risingExample } from "./describedPlugin.ts"

describe("the catalogue of a plugin that is built in", () => {
  for (const plugin of builtInPlugins) {
    for (const { id, patterns } of catalogueOf(plugin)) {
      it(`describes every pattern of ${id} of ${plugin.name}, each with an example at whose last candle it is found`, () => {
        for (const { description, example, name } of patterns) {
          assert.isAbove(description?.means.length ?? 0, 20, name)
          assert.isAbove(description?.rule.length ?? 0, 20, name)
          assert.isNotEmpty(description?.source, name)
          assert.deepStrictEqual([example?.problem, example?.detection?.pattern], [undefined, name])
          assert.isUndefined(example?.detection?.provisional, name)
        }
      })
    }
  }
})

describe("the catalogue of a plugin", () => {
  const [mover, silent] = catalogueOf(describedPlugin)
  const [move, rise] = mover?.patterns ?? []

  it("says of a detector what it declares, with its params as they are when nothing is set", () => {
    assert.deepInclude(mover, {
      plugin: "described",
      id: "mover@1.2.0",
      candles: { history: 3, warmUp: 3 },
      params: [
        {
          name: "least",
          type: "number",
          default: 0.1,
          isRequired: false,
          description: "What a move must be, in quote currency"
        }
      ]
    })
  })

  it("knows both directions of a pattern that is found upside down as well", () => {
    assert.deepStrictEqual(move?.example?.directions, ["bullish", "bearish"])
    assert.deepStrictEqual(rise?.example?.directions, ["bullish"])
  })

  it("knows how few candles are enough, and what else the last one completes", () => {
    assert.deepStrictEqual([move?.example?.candlesNeeded, move?.example?.beside], [3, ["RISE"]])
  })

  it("lists a pattern that is not described", () => {
    assert.deepStrictEqual(silent?.patterns, [{ name: "NOTHING", description: undefined, example: undefined }])
  })

  it("tells when the example does not show the pattern, fails or cannot be run", () => {
    const example = { means: "-", rule: "-", source: "-", example: risingExample }
    const base = { version: "1.0.0", summary: "Fails", history: 1, params: Schema.Struct({}) }
    const NEVER = { NEVER: example }
    const misses = defineDetector({ ...base, name: "misses", emits: ["NEVER"], patterns: NEVER, detect: () => noMatch })
    const throws = defineDetector({
      ...base,
      name: "throws",
      emits: ["NEVER"],
      patterns: NEVER,
      detect: () => {
        throw new Error("broken")
      }
    })
    const onTicks = defineDetector({
      ...base,
      name: "on-ticks",
      emits: ["NEVER"],
      patterns: NEVER,
      on: "tick",
      detect: () => noMatch
    })
    const unset = defineDetector({
      ...base,
      name: "unset",
      emits: ["NEVER"],
      patterns: NEVER,
      params: Schema.Struct({ level: Schema.Finite }),
      detect: () => noMatch
    })
    const detectors = catalogueOf(definePlugin({ ...describedPlugin, detectors: [misses, throws, onTicks, unset] }))
    const problems = detectors.map(({ patterns: [pattern] }) => pattern?.example?.problem ?? "")
    assert.strictEqual(problems[0], "its newest candle does not complete the pattern")
    assert.match(problems[1] ?? "", /broken/)
    assert.strictEqual(problems[2], "it looks at ticks, and candles have none")
    assert.match(problems[3] ?? "", /level/)
    assert.deepStrictEqual(
      detectors.map(({ candles, patterns: [pattern] }) => [candles?.history, pattern?.example?.isProvisional]),
      [
        [1, false],
        [1, false],
        [1, true],
        [undefined, false]
      ]
    )
  })

  it("bears an example of more candles than a call can have arguments", () => {
    const long = Array.from({ length: 150_000 }, () => [10, 11, 9, 10] as const)
    const patient = defineDetector({
      name: "patient",
      version: "1.0.0",
      summary: "Finds nothing",
      emits: ["NOTHING"],
      patterns: { NOTHING: { means: "-", rule: "-", source: "-", example: long } },
      params: Schema.Struct({}),
      history: 1,
      detect: () => noMatch
    })
    const [detector] = catalogueOf(definePlugin({ ...describedPlugin, detectors: [patient] }))
    assert.strictEqual(detector?.patterns[0]?.example?.candles.length, long.length)
  })

  it("marks a pattern that is reported before it is certain", () => {
    const early = defineDetector({
      name: "early",
      version: "1.0.0",
      summary: "Reports every candle before it is sure",
      emits: ["EARLY"],
      patterns: { EARLY: { means: "-", rule: "-", source: "-", example: risingExample } },
      params: Schema.Struct({ unused: param(Schema.Finite, "Nothing", 1) }),
      history: 2,
      detect: (window) => {
        const match = { pattern: "EARLY", direction: "neutral", confidence: 0.5, trigger: 0, price: 1 } as const
        const isSure = window.close(0) > 10.4
        return [isSure ? { ...match, anchors: [1, 0] } : { ...match, anchors: [0], provisional: true }]
      }
    })
    const [detector] = catalogueOf(definePlugin({ ...describedPlugin, detectors: [early] }))
    const [pattern] = detector?.patterns ?? []
    assert.isTrue(pattern?.example?.isProvisional)
    assert.isUndefined(pattern?.example?.detection?.provisional)
  })
})
