import { assert, describe, it } from "@effect/vitest"

import { confidenceOf, qualityScores, shapeWorth } from "../../../src/chart/frame/QualityRule.ts"

const rules = {
  depth: { rule: "it is deep", nothingAt: 2, allAt: 6, weight: 0.4 },
  evenness: { rule: "it is even", nothingAt: 1, allAt: 0, weight: 0.2 }
}

describe("quality rules", () => {
  it("are worth the part of their weight that the measure has gone of its way", () => {
    assert.deepStrictEqual(qualityScores(rules, { depth: 3, evenness: 0.5 }), [
      { rule: "the shape is there", value: 1, threshold: 1, score: shapeWorth },
      { rule: "it is deep", value: 3, threshold: 6, score: 0.1 },
      { rule: "it is even", value: 0.5, threshold: 0, score: 0.1 }
    ])
  })

  it("are worth nothing before their way and no more than their weight behind it", () => {
    const scores = (depth: number) => qualityScores(rules, { depth, evenness: 5 }).map(({ score }) => score)
    assert.deepStrictEqual(scores(1), [shapeWorth, 0, 0])
    assert.deepStrictEqual(scores(60), [shapeWorth, 0.4, 0])
  })

  it("sum to a confidence of 1 at the most", () => {
    assert.strictEqual(confidenceOf(qualityScores(rules, { depth: 6, evenness: 0 })), 1)
    assert.strictEqual(
      confidenceOf([0.4, 0.2, 0.15, 0.15, 0.1].map((score) => ({ rule: "", value: 0, threshold: 0, score }))),
      1
    )
  })
})
