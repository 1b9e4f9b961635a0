import { Schema } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { readSource } from "./PriceSource.ts"
import { addTo, emptySum, RunningSum, totalOf } from "./RunningSum.ts"
import { stateNumber } from "./stateNumber.ts"

/**
 * Commodity channel index: how far the typical price (mean of high, low and close) stands from its mean over the newest
 * `period` candles, in units of 0.015 of their mean distance from it; mostly -100 to 100. It is 0 while nothing moves, and
 * NaN before the candle of number `period`. Its value depends on those candles alone, to the last bit.
 *
 * The mean moves with every candle and all distances from it with the mean, so that each candle costs `period` reads.
 *
 * Equal to TA-Lib's CCI, but where nothing moves: there TA-Lib divides one rounding by another and may give 66.67.
 * Donald Lambert: Commodity Channel Index, Commodities Magazine (October 1980).
 *
 * @throws InvalidDefinition when `period` is not a whole number from 2 on.
 *
 * @example
 * features: { channel: commodityChannelIndex(14) },
 * detect: (window, _state, _params, { features: { channel } }) =>
 *   channel.previous <= 100 && channel.value > 100 ? [...] : noMatch
 */
export const commodityChannelIndex = (period: number): Feature<IndicatorReading> => {
  checkCount("commodity-channel-index", "period", period, 2)
  return defineFeature({
    name: "commodity-channel-index",
    version: "1.0.0",
    summary: "Commodity channel index",
    params: { period },
    history: period + 1,
    warmUp: period + 1,
    state: { init: () => ({ ...noValue(), candles: 0, sum: emptySum() }), schema: State },
    update: (state, window) => {
      addTo(state.sum, readSource.typical(window, 0))
      if (state.candles < period) state.candles++
      else addTo(state.sum, -readSource.typical(window, period))
      show(state, state.candles < period ? Number.NaN : index(window, totalOf(state.sum) / period, period))
    },
    reading: indicatorReading
  })
}

const index = (window: CandleWindow, mean: number, period: number): number => {
  let distances = 0
  for (let age = 0; age < period; age++) distances += Math.abs(readSource.typical(window, age) - mean)
  const distance = readSource.typical(window, 0) - mean
  // What rounding leaves of equal prices is no distance.
  return distances <= rounding * period * Math.abs(mean) ? 0 : distance / (0.015 * (distances / period))
}

const rounding = 1e-15

const State = Schema.Struct({
  ...IndicatorState.fields,
  candles: stateNumber,
  /** Of the typical prices. */
  sum: RunningSum
})
