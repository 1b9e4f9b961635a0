import { detectionWith } from "@mjolnir/core/testing"
import { Result } from "effect"
import { assert, describe, it } from "vitest"

import { plattScaling } from "../src/platt-scaling.ts"

/** The probability that the scorer with these settings gives to a detection of this confidence. */
const probability = (confidence: number, settings = {}): number | undefined =>
  Result.getOrThrow(plattScaling.configure(settings)).score?.(detectionWith({ confidence })).probability

describe("platt-scaling", () => {
  it("gives even chances at the confidence that is said to have them", () => {
    assert.strictEqual(probability(0.7), 0.5)
    assert.strictEqual(probability(0.6, { even: 0.6 }), 0.5)
  })

  it("follows the logistic curve", () => {
    assert.closeTo(probability(0.9) ?? 0, 0.832_018, 1e-6)
    assert.closeTo(probability(0.5) ?? 0, 1 - 0.832_018, 1e-6)
  })

  it("says what is wrong with a setting", () => {
    const { message } = Result.getOrThrow(Result.flip(plattScaling.configure({ slope: "steep" })))
    assert.include(message, "slope")
  })
})
