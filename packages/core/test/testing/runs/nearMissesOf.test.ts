import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { defineDetector, noMatch } from "../../../src/plugin/defineDetector.ts"
import { flatCandles } from "../../../src/testing/candles/flatCandles.ts"
import { nearMissesOf } from "../../../src/testing/runs/nearMissesOf.ts"
import { PartFailed } from "../../../src/testing/runs/PartFailed.ts"
import { UnsuitedPart } from "../../../src/testing/runs/UnsuitedPart.ts"
import { failing, rise } from "./detectors.ts"

describe("nearMissesOf", () => {
  it("gives what each candle nearly completes", () => {
    const broken = nearMissesOf(rise, flatCandles([10, 11, 11, 10])).map((misses) => misses.map(({ broken }) => broken))
    assert.deepStrictEqual(broken, [[], [], [["gain"]], []])
  })

  it("throws where a host would count a failure", () => {
    const careless = defineDetector({
      name: "careless",
      version: "1.0.0",
      summary: "Fails to tell near misses",
      emits: ["NEVER"],
      params: Schema.Struct({}),
      history: 1,
      detect: () => noMatch,
      nearMisses: () => {
        throw new Error("oh")
      }
    })
    assert.throws(() => nearMissesOf(careless, flatCandles([1])), PartFailed, /careless@1\.0\.0.*oh.*nearMisses/)
  })

  it("refuses a detector that tells none, for its test would always pass", () => {
    assert.throws(() => nearMissesOf(failing, flatCandles([1])), UnsuitedPart, "define nearMisses")
  })
})
