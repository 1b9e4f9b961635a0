import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { defineFeature, onInterval } from "../../../src/plugin/defineFeature.ts"
import { flatCandles } from "../../../src/testing/candles/flatCandles.ts"
import { PartFailed } from "../../../src/testing/runs/PartFailed.ts"
import { readingsOf } from "../../../src/testing/runs/readingsOf.ts"
import { ema } from "../../../src/toolbox/ema.ts"
import { sma } from "../../../src/toolbox/sma.ts"

const valueOf = ({ value }: { readonly value: number }): number => value

/** The number of candles; whether it survives a restart is up to the test. */
const count = (isSaved: boolean) => {
  const init = () => ({ candles: 0 })
  return defineFeature({
    name: "count",
    version: "1.0.0",
    summary: "Counts candles",
    warmUp: 1,
    state: isSaved ? { init, schema: Schema.Struct({ candles: Schema.mutableKey(Schema.Int) }) } : { init },
    update: (state) => {
      state.candles++
    },
    reading: (state) => ({
      get value() {
        return state().candles
      }
    })
  })
}

describe("readingsOf", () => {
  it("reads the feature after each candle, before it is warm as well", () => {
    assert.deepStrictEqual(readingsOf(sma(2), flatCandles([10, 11, 13]), valueOf), [Number.NaN, 10.5, 12])
    assert.lengthOf(readingsOf(ema(50), flatCandles([10, 11, 13]), valueOf), 3)
  })

  it("keeps what the feature is made from", () => {
    const aboveMean = defineFeature({
      name: "above-mean",
      version: "1.0.0",
      summary: "Close above the mean",
      warmUp: 1,
      needs: { mean: sma(2) },
      state: { init: () => ({ value: 0 }) },
      update: (state, window, { mean }) => {
        state.value = window.close(0) - mean.value
      },
      reading: (state) => ({
        get value() {
          return state().value
        }
      })
    })
    assert.deepStrictEqual(readingsOf(aboveMean, flatCandles([10, 11, 14]), valueOf), [Number.NaN, 0.5, 1.5])
  })

  it("reads a feature of a higher interval, which changes when a candle of that closes", () => {
    const closes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert.deepStrictEqual(readingsOf(onInterval("5m", sma(1)), flatCandles(closes), valueOf), [
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      5,
      5,
      5,
      5,
      5,
      10
    ])
  })

  it("restarts the host before each candle when told to", () => {
    const counted = (isSaved: boolean) =>
      readingsOf(count(isSaved), flatCandles([1, 1, 1]), valueOf, { restarts: true })
    assert.deepStrictEqual(counted(true), [1, 2, 3])
    // What is not saved follows the saved candles anew, of which the window of this one shows one.
    assert.deepStrictEqual(counted(false), [1, 2, 2])
  })

  it("throws where a host would count a failure, and says at which candle", () => {
    const failing = defineFeature({
      name: "failing",
      version: "1.0.0",
      summary: "Throws",
      warmUp: 1,
      state: { init: () => ({}) },
      update: (_state, window) => {
        if (window.close(0) > 1) throw new Error("oh")
      },
      reading: () => ({})
    })
    assert.throws(
      () => readingsOf(failing, flatCandles([1, 2]), () => 0),
      PartFailed,
      /^feature failing@1\.0\.0, at the candle of 2025-07-23T09:31:00\.000Z: .*oh/
    )
  })
})
