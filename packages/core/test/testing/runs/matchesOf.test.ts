import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { defineDetector, noMatch } from "../../../src/plugin/defineDetector.ts"
import { InvalidParams } from "../../../src/plugin/params.ts"
import { flatCandles } from "../../../src/testing/candles/flatCandles.ts"
import { matchesOf } from "../../../src/testing/runs/matchesOf.ts"
import { PartFailed } from "../../../src/testing/runs/PartFailed.ts"
import { UnsuitedPart } from "../../../src/testing/runs/UnsuitedPart.ts"
import { countsOf, failing, liveRise, rise } from "./detectors.ts"

describe("matchesOf", () => {
  it("gives what is found at each candle", () => {
    const atEach = matchesOf(rise, flatCandles([10, 11, 13, 13, 14]))
    assert.deepStrictEqual(countsOf(atEach), [0, 1, 1, 0, 1])
    assert.deepInclude(atEach[2]?.[0], { pattern: "RISE", price: 13, anchors: [1, 0] })
  })

  it("configures the detector with the settings", () => {
    const settings = { minimumGain: 1 }
    assert.deepStrictEqual(countsOf(matchesOf(rise, flatCandles([10, 11, 13]), { settings })), [0, 0, 1])
    assert.throws(
      () => matchesOf(rise, flatCandles([10, 11]), { settings: { minimumGain: "much" } }),
      InvalidParams,
      "minimumGain"
    )
  })

  it("tells what is found at a higher interval at the candle that completes it", () => {
    const five = defineDetector({
      name: "five",
      version: "1.0.0",
      summary: "Every candle of five minutes",
      emits: ["FIVE"],
      params: Schema.Struct({}),
      history: 1,
      intervals: ["5m"],
      detect: (window) => [
        { pattern: "FIVE", direction: "neutral", confidence: 1, trigger: 0, price: window.close(0), anchors: [0] }
      ]
    })
    assert.deepStrictEqual(countsOf(matchesOf(five, flatCandles([1, 2, 3, 4, 5, 6]))), [0, 0, 0, 0, 1, 0])
  })

  it("restarts the host before each candle when told to", () => {
    const init = () => ({ candles: 0 })
    const every = (isSaved: boolean) =>
      defineDetector({
        name: "third",
        version: "1.0.0",
        summary: "The third candle that it has seen",
        emits: ["THIRD"],
        params: Schema.Struct({}),
        history: 1,
        state: isSaved ? { init, schema: Schema.Struct({ candles: Schema.mutableKey(Schema.Int) }) } : { init },
        detect: (window, state) =>
          ++state.candles === 3
            ? [
                {
                  pattern: "THIRD",
                  direction: "neutral",
                  confidence: 1,
                  trigger: 0,
                  price: window.low(0),
                  anchors: [0]
                }
              ]
            : noMatch
      })
    const counts = (isSaved: boolean) =>
      countsOf(matchesOf(every(isSaved), flatCandles([1, 1, 1, 1]), { restarts: true }))
    assert.deepStrictEqual(counts(true), [0, 0, 1, 0])
    assert.deepStrictEqual(counts(false), [0, 0, 0, 0])
  })

  it("throws where a host would count a failure, and says at which candle", () => {
    assert.throws(
      () => matchesOf(failing, flatCandles([1, 2])),
      PartFailed,
      /^detector failing@1\.0\.0, at the candle of 2025-07-23T09:31:00\.000Z: .*oh/
    )
  })

  it("refuses a detector of ticks, which would find nothing, and says what to use", () => {
    assert.throws(() => matchesOf(liveRise, flatCandles([1])), UnsuitedPart, "use provisionalMatchesOf")
  })
})
