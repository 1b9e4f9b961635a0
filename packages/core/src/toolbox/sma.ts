import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { type PriceSource, readSource } from "./PriceSource.ts"
import { addTo, emptySum, RunningSum, totalOf } from "./RunningSum.ts"
import { stateNumber } from "./stateNumber.ts"

/**
 * Simple moving average: the mean of the newest `period` candles, in the unit of its source. NaN before the candle of
 * number `period`. Its value depends on those candles alone, to the last bit.
 *
 * Equal to TA-Lib's SMA.
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { slow: sma(50), usualVolume: sma(20, "volume") }
 */
export const sma = (period: number, source: PriceSource = "close"): Feature<IndicatorReading> => {
  checkCount("sma", "period", period)
  const read = readSource[source]
  return defineFeature({
    name: "sma",
    version: "1.0.0",
    summary: "Simple moving average",
    params: { period, source },
    history: period + 1,
    warmUp: period + 1,
    state: { init: () => ({ ...noValue(), candles: 0, sum: emptySum() }), schema: State },
    update: (state, window) => {
      addTo(state.sum, read(window, 0))
      if (state.candles < period) state.candles++
      else addTo(state.sum, -read(window, period))
      show(state, state.candles < period ? Number.NaN : totalOf(state.sum) / period)
    },
    reading: indicatorReading
  })
}

const State = Schema.Struct({
  ...IndicatorState.fields,
  candles: stateNumber,
  sum: RunningSum
})
