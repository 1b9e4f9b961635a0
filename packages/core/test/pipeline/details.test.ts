import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import type { CandleWindow } from "../../src/candles/CandleWindow.ts"
import { line, point, zone } from "../../src/domain/Annotation.ts"
import type { Match } from "../../src/domain/Match.ts"
import { defineDetector } from "../../src/plugin/defineDetector.ts"
import { candleAt, minute, start } from "../support/candles.ts"
import { detectorOf, matchOf, pipelineOf, run } from "../support/pipeline.ts"

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

describe("what a detector in plain JavaScript says of a match", () => {
  const untyped = (value: unknown): never => value as never
  const settings = { annotates: true, explains: "near_misses" } as const

  /** What comes of a detector with these functions, beside one that nothing is wrong with. */
  const outcomeOf = (functions: object) => {
    const detector = defineDetector({ ...base, ...functions })
    const good = detectorOf((window) => [matchOf(window)], { name: "good", history: 2 })
    const pipeline = pipelineOf([detector, good], settings)
    const steps = closes(1, 2).map((candle) => pipeline.onCandle(candle))
    const [detection] = steps.flatMap(({ decisions }) => decisions.map((decision) => decision.detection))
    assert.lengthOf(steps[1]?.decisions ?? [], 2, "both detections go on")
    return {
      detection,
      nearMisses: steps.flatMap((step) => step.nearMisses),
      problems: steps.flatMap(({ faults }) => faults.map(({ problem }) => problem))
    }
  }
  const rules = [{ rule: "all", value: 1, threshold: 1, score: 0.7 }]
  const nearMiss = { pattern: "SEEN", rules, broken: ["all"] }

  const cases: ReadonlyArray<readonly [why: string, functions: object, problem: string]> = [
    [
      "is a fault when its annotations are promised",
      { annotate: async () => [] },
      "returned a promise, but must answer at once: it cannot be async in annotate"
    ],
    [
      "is a fault when its rules are promised",
      { explain: async () => [] },
      "returned a promise, but must answer at once: it cannot be async in explain"
    ],
    [
      "is a fault when its near misses are promised",
      { nearMisses: async () => [] },
      "returned a promise, but must answer at once: it cannot be async in nearMisses"
    ],
    ["is a fault when its annotations are no list", { annotate: () => 5 }, "annotations are not a list in annotate"],
    ["is a fault when its rules are no list", { explain: () => ({}) }, "rules are not a list in explain"],
    [
      "is a fault when its near misses are no list",
      { nearMisses: () => 5 },
      "near misses are not a list in nearMisses"
    ],
    [
      "is a fault when an annotation is of an unknown kind",
      { annotate: () => [{ kind: "circle", label: "eye" }] },
      'annotation "eye" is of the kind circle, not line, zone or point in annotate'
    ],
    [
      "is a fault when a label is no text",
      { annotate: () => [{ ...point("top", 0, 1), label: 7 }] },
      "an annotation has no label in annotate"
    ],
    [
      "is a fault when a label would fill the screen",
      { annotate: () => [point("x".repeat(1_000_000), 0, 1)] },
      "a label of 1000000 characters, more than 1000 in annotate"
    ],
    [
      "is a fault when nobody could look at all of its annotations",
      { annotate: () => Array.from({ length: 10_000 }, () => point("top", 0, 1)) },
      "10000 annotations, more than 256 in annotate"
    ],
    [
      "is a fault when a rule has no name",
      { explain: () => [{ value: 1, threshold: 1, score: 0.7 }] },
      "a rule has no name in explain"
    ],
    [
      "is a fault when a near miss is of an undeclared pattern",
      { nearMisses: () => [{ ...nearMiss, pattern: "UNSEEN" }] },
      "pattern UNSEEN is not declared in emits in nearMisses"
    ],
    [
      "is a fault when a near miss has a figure that is none",
      { nearMisses: () => [{ ...nearMiss, rules: [{ rule: "all", value: Number.NaN, threshold: 1, score: 0 }] }] },
      'rule "all" has value NaN, threshold 1, score 0 in nearMisses'
    ],
    [
      "is a fault when a near miss breaks nothing",
      { nearMisses: () => [{ ...nearMiss, broken: [] }] },
      "a near miss names no broken rule in nearMisses"
    ],
    [
      "is a fault when it nearly finds too much",
      { nearMisses: () => Array.from({ length: 1_000 }, () => nearMiss) },
      "1000 near misses, more than 32 in nearMisses"
    ]
  ]
  for (const [why, functions, problem] of cases) {
    it(why, () => {
      const { nearMisses, problems } = outcomeOf(functions)
      assert.isNotEmpty(problems)
      for (const each of problems) assert.include(each, problem)
      assert.deepStrictEqual(nearMisses, [])
    })
  }

  it("is told without what does not belong to it", () => {
    const { detection } = outcomeOf({
      annotate: () => [{ ...point("top", 0, 1), toJSON: () => assert.fail("no"), story: "x" }],
      explain: () => [{ ...rules[0], toJSON: () => assert.fail("no"), story: "x" }]
    })
    assert.deepStrictEqual<unknown>(JSON.parse(JSON.stringify([detection?.annotations, detection?.explanation])), [
      [{ kind: "point", label: "top", at: start + minute, price: 1 }],
      rules
    ])
  })

  it("stays as it was told when it changes the list afterwards", () => {
    const told = rules.map((rule) => ({ ...rule }))
    const { detection } = outcomeOf({ explain: () => told, nearMisses: () => [{ ...nearMiss, rules: told }] })
    for (const rule of told) rule.score = Number.NaN
    told.length = 0
    assert.deepStrictEqual(detection?.explanation, rules)
  })

  it("is held against the confidence that was checked, whatever the match says later", () => {
    const sly = untyped((window: CandleWindow) => {
      let reads = 0
      const match = matchOf(window, { confidence: 0.7 })
      return window.close(0) > window.close(1)
        ? [Object.defineProperty(match, "confidence", { get: () => (reads++ === 0 ? 0.7 : Number.NaN) })]
        : []
    })
    const { detection, problems } = outcomeOf({ detect: sly, explain: () => rules })
    assert.deepStrictEqual(problems, [])
    assert.deepStrictEqual(detection?.explanation, rules)
  })

  it("cannot change the detection by the match that it is shown", () => {
    const { detection, problems } = outcomeOf({
      annotate: (match: Match) => [Object.assign(match.metadata ?? {}, { moon: "full" }), point("top", 0, 1)],
      explain: (match: Match) => {
        Reflect.set(match, "confidence", 1)
        return rules
      }
    })
    assert.deepStrictEqual([detection?.confidence, detection?.metadata], [0.7, {}])
    assert.deepStrictEqual(detection?.explanation, rules)
    assert.match(problems.join(), /^threw TypeError: Cannot add property moon.* in annotate$/)
  })
})
