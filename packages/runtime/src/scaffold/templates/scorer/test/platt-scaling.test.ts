import { detectionWith, judgementsOf } from "@mjolnir/core/testing"
import { assert, describe, it } from "vitest"

import { plattScaling } from "../src/platt-scaling.ts"

/** The probability that the scorer with these settings gives to a detection of this confidence. */
const probability = async (confidence: number, settings = {}): Promise<number | undefined> => {
  const [judgement] = await judgementsOf(plattScaling, [detectionWith({ confidence })], { settings })
  return judgement?.probability
}

describe("platt-scaling", () => {
  it("gives even chances at the confidence that is said to have them", async () => {
    assert.strictEqual(await probability(0.7), 0.5)
    assert.strictEqual(await probability(0.6, { even: 0.6 }), 0.5)
  })

  it("follows the logistic curve", async () => {
    assert.closeTo((await probability(0.9)) ?? 0, 0.832_018, 1e-6)
    assert.closeTo((await probability(0.5)) ?? 0, 1 - 0.832_018, 1e-6)
  })

  it("says what is wrong with a setting", async () => {
    assert.include(await probability(0.5, { slope: "steep" }).catch(String), "slope")
  })
})
