import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { line, point, zone } from "../../src/domain/Annotation.ts"
import { defineDetector } from "../../src/plugin/defineDetector.ts"
import { candleAt, minute, start } from "../support/candles.ts"
import { matchOf, pipelineOf, run } from "../support/pipeline.ts"

const base = {
  name: "rise",
  version: "1.0.0",
  summary: "The close rises",
  emits: ["SEEN"],
  params: Schema.Struct({}),
  history: 2,
  detect: (window) => (window.close(0) > window.close(1) ? [matchOf(window, { confidence: 0.7 })] : [])
} as const satisfies Parameters<typeof defineDetector<"SEEN", Schema.Struct<{}>>>[0]

const rise = defineDetector({
  ...base,
  annotate: (_match, window) => [
    line("rise", [1, window.close(1)], [0, window.close(0)]),
    zone("body", 1, 0, window.close(1), window.close(0)),
    point("top", 0, window.high(0))
  ],
  explain: (_match, window) => [
    { rule: "base", value: 1, threshold: 0, score: 0.5 },
    { rule: "rise", value: window.close(0) - window.close(1), threshold: 0, score: 0.2 }
  ],
  nearMisses: (window) =>
    window.close(0) === window.close(1)
      ? [{ pattern: "SEEN", rules: [{ rule: "rise", value: 0, threshold: 0, score: 0 }], broken: ["rise"] }]
      : []
})

const closes = (...prices: ReadonlyArray<number>) => prices.map((close, minutes) => candleAt(minutes, { close }))

describe("a detection carries", () => {
  it("neither annotations nor rule scores unless they are asked for", () => {
    const { decisions } = run(pipelineOf([rise]), closes(1, 2))
    assert.doesNotHaveAnyKeys(decisions[0]?.detection, ["annotations", "explanation"])
  })

  it("its annotations, with the times of the candles in the place of their ages", () => {
    const { decisions } = run(pipelineOf([rise], { annotates: true }), closes(1, 2))
    const [earlier, later] = [start, start + minute]
    assert.deepStrictEqual<unknown>(decisions[0]?.detection.annotations, [
      { kind: "line", label: "rise", from: { at: earlier, price: 1 }, to: { at: later, price: 2 } },
      { kind: "zone", label: "body", from: earlier, to: later, low: 1, high: 2 },
      { kind: "point", label: "top", at: later, price: 2 }
    ])
  })

  it("the scores of its rules, which sum to its confidence", () => {
    const { decisions, faults } = run(pipelineOf([rise], { explains: "matches" }), closes(1, 2))
    const scores = decisions[0]?.detection.explanation?.map(({ rule, score }) => [rule, score])
    assert.deepStrictEqual(scores, [
      ["base", 0.5],
      ["rise", 0.2]
    ])
    assert.deepStrictEqual(faults, [])
  })
})

describe("near misses are told", () => {
  it("with the candle and the rules, when they are asked for", () => {
    const steps = closes(1, 1).map((candle) => candle)
    const pipeline = pipelineOf([rise], { explains: "near_misses" })
    const told = steps.flatMap((candle) => pipeline.onCandle(candle).nearMisses)
    assert.deepStrictEqual(
      told.map(({ detector, nearMiss, time }) => [detector, time, nearMiss.broken]),
      [["rise@1.0.0", candleAt(1).time, ["rise"]]]
    )
  })

  it("and not otherwise", () => {
    const pipeline = pipelineOf([rise], { explains: "matches" })
    assert.deepStrictEqual(
      closes(1, 1).flatMap((candle) => pipeline.onCandle(candle).nearMisses),
      []
    )
  })
})

describe("a detection goes on without its details, and the detector is at fault, when", () => {
  const problemOf = (functions: object) => {
    const detector = defineDetector({ ...base, ...functions })
    const settings = { annotates: true, explains: "near_misses" } as const
    const { decisions, faults } = run(pipelineOf([detector], settings), closes(1, 2))
    assert.lengthOf(decisions, 1)
    assert.lengthOf(faults, 1)
    assert.isFalse(faults[0]?.suspended)
    return faults[0]?.problem
  }

  it("its rule scores do not sum to its confidence", () => {
    const problem = problemOf({ explain: () => [{ rule: "all", value: 1, threshold: 1, score: 0.6 }] })
    assert.strictEqual(problem, "threw RangeError: the rule scores sum to 0.6, but the confidence is 0.7 in explain")
  })

  it("a rule score is not a number", () => {
    const problem = problemOf({ explain: () => [{ rule: "all", value: Number.NaN, threshold: 1, score: 0.7 }] })
    assert.match(problem ?? "", /rule "all" has value NaN/)
  })

  it("an annotation lies outside the window", () => {
    assert.match(problemOf({ annotate: () => [point("far", 2, 1)] }) ?? "", /annotation "far" is outside the window/)
  })

  it("a function for details throws", () => {
    const broken = () => {
      throw new Error("broken")
    }
    assert.strictEqual(problemOf({ annotate: broken }), "threw Error: broken in annotate")
    assert.strictEqual(problemOf({ explain: broken }), "threw Error: broken in explain")
    assert.strictEqual(problemOf({ nearMisses: broken }), "threw Error: broken in nearMisses")
  })
})
