import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { candlesToForget } from "./candlesToForget.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show, valueOf } from "./IndicatorReading.ts"
import { type PriceSource, readSource } from "./PriceSource.ts"
import { stateNumber } from "./stateNumber.ts"

/**
 * Exponential moving average, in the unit of its source: each candle moves it by `2 / (period + 1)` of its distance from
 * the candle. It begins as the mean of the first `period` candles and is NaN before.
 *
 * It never quite forgets where it began. Each candle leaves `1 - 2 / (period + 1)` of what was before; `warmUp` is the
 * number of candles after which that is less than a thousandth, beside those that begin it.
 *
 * Equal to TA-Lib's EMA.
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { fast: ema(12), slow: ema(26) }
 */
export const ema = (period: number, source: PriceSource = "close"): Feature<IndicatorReading> => {
  checkCount("ema", "period", period)
  const read = readSource[source]
  const share = 2 / (period + 1)
  return defineFeature({
    name: "ema",
    version: "1.0.0",
    summary: "Exponential moving average",
    params: { period, source },
    warmUp: period + candlesToForget(1 - share) + 1,
    state: { init: () => ({ ...noValue(), candles: 0, seed: 0 }), schema: State },
    update: (state, window) => {
      const price = read(window, 0)
      if (state.candles === period) return show(state, valueOf(state) + (price - valueOf(state)) * share)
      state.candles++
      state.seed += price
      show(state, state.candles < period ? Number.NaN : state.seed / period)
    },
    reading: indicatorReading
  })
}

const State = Schema.Struct({
  ...IndicatorState.fields,
  candles: stateNumber,
  seed: stateNumber
})
