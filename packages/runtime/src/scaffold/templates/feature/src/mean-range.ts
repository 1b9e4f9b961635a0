import { defineFeature } from "@mjolnir/core"
import { Schema } from "effect"

/**
 * Mean of high minus low of the last `period` candles, in quote currency; NaN until there are that many.
 *
 * A detector reads it by a name of its own: `features: { range: meanRange(14) }`, then `context.features.range.value`.
 * All that ask for the same period share one.
 */
export const meanRange = (period: number) =>
  defineFeature({
    name: "mean-range",
    version: "0.1.0",
    summary: "Mean of high minus low over a period",
    params: { period },
    // The newest candle and the one that leaves the mean.
    history: period + 1,
    warmUp: period,
    state: {
      init: () => ({ sum: 0, candles: 0 }),
      // With a schema the state survives a restart.
      schema: Schema.Struct({ sum: Schema.mutableKey(Schema.Finite), candles: Schema.mutableKey(Schema.Int) })
    },
    // Called for each candle, so in constant time.
    update: (state, window) => {
      state.sum += window.high(0) - window.low(0)
      if (state.candles < period) state.candles++
      else state.sum -= window.high(period) - window.low(period)
    },
    reading: (state) => ({
      get value() {
        const { candles, sum } = state()
        return candles < period ? Number.NaN : sum / period
      }
    })
  })
