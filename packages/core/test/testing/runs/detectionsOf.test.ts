import { assert, describe, it } from "@effect/vitest"

import { flatCandles } from "../../../src/testing/candles/flatCandles.ts"
import { detectionsOf } from "../../../src/testing/runs/detectionsOf.ts"
import { UnsuitedPart } from "../../../src/testing/runs/UnsuitedPart.ts"
import { formingCandles } from "../../../src/testing/ticks/formingCandles.ts"
import { liveRise, rise } from "./detectors.ts"

describe("detectionsOf", () => {
  it("gives the detections of all confidences, however close to each other", () => {
    const detections = detectionsOf(rise, flatCandles([10, 11, 12]), { symbol: "AAPL" })
    assert.deepStrictEqual(
      detections.map(({ symbol, time }) => `${symbol} ${new Date(time).toISOString()}`),
      ["AAPL 2025-07-23T09:31:00.000Z", "AAPL 2025-07-23T09:32:00.000Z"]
    )
  })

  it("draws when the options ask for it", () => {
    const drawn = (options: { readonly annotates?: boolean }) =>
      detectionsOf(rise, flatCandles([10, 11]), options).map(({ annotations }) => annotations?.length)
    assert.deepStrictEqual(drawn({ annotates: true }), [1])
    assert.deepStrictEqual(drawn({}), [undefined])
  })

  it("gives one provisional detection of a forming candle, and another of the next", () => {
    const steps = [
      ...flatCandles([10]),
      ...formingCandles([10, 10.5, 11], { from: "09:31" }),
      ...flatCandles([11], { from: "09:31" }),
      ...formingCandles([11.5], { from: "09:32" })
    ]
    assert.deepStrictEqual(
      detectionsOf(liveRise, steps).map(({ provisional, triggerPrice }) => [provisional, triggerPrice]),
      [
        [true, 10.5],
        [true, 11.5]
      ]
    )
  })

  it("refuses to show a detector of ticks closed candles alone", () => {
    assert.throws(() => detectionsOf(liveRise, flatCandles([1])), UnsuitedPart, "add steps from formingCandles")
  })
})
