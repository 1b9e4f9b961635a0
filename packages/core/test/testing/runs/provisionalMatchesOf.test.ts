import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { defineDetector } from "../../../src/plugin/defineDetector.ts"
import { flatCandles } from "../../../src/testing/candles/flatCandles.ts"
import { PartFailed } from "../../../src/testing/runs/PartFailed.ts"
import { provisionalMatchesOf } from "../../../src/testing/runs/provisionalMatchesOf.ts"
import { UnsuitedPart } from "../../../src/testing/runs/UnsuitedPart.ts"
import { formingCandles } from "../../../src/testing/ticks/formingCandles.ts"
import { countsOf, liveRise, rise } from "./detectors.ts"

const steps = [...flatCandles([9, 10]), ...formingCandles([10, 10.5, 11], { from: "09:32" })]

describe("provisionalMatchesOf", () => {
  it("gives what is found at each step, again and again while it is there", () => {
    const atEach = provisionalMatchesOf(liveRise, steps)
    assert.deepStrictEqual(countsOf(atEach), [0, 0, 0, 1, 1])
    assert.deepInclude(atEach[3]?.[0], { pattern: "LIVE_RISE", price: 10.5, anchors: [0] })
  })

  it("configures the detector with the settings", () => {
    const found = provisionalMatchesOf(liveRise, steps, { settings: { minimumGain: 0.5 } })
    assert.deepStrictEqual(countsOf(found), [0, 0, 0, 0, 1])
  })

  it("throws where a host would count a failure, and says at which candle", () => {
    const failing = defineDetector({
      name: "failing",
      version: "1.0.0",
      summary: "Throws",
      emits: ["NEVER"],
      params: Schema.Struct({}),
      history: 1,
      on: "tick",
      detect: () => {
        throw new Error("oh")
      }
    })
    assert.throws(
      () => provisionalMatchesOf(failing, steps),
      PartFailed,
      /^detector failing@1\.0\.0, at the forming candle of 2025-07-23T09:32:00\.000Z: .*oh/
    )
  })

  it("refuses a detector of closed candles and says what to use", () => {
    assert.throws(() => provisionalMatchesOf(rise, steps), UnsuitedPart, "use matchesOf")
  })
})
