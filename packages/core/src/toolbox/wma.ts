import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { addTimes } from "./addTimes.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { type PriceSource, readSource } from "./PriceSource.ts"
import { addTo, emptySum, restOf, RunningSum, totalOf } from "./RunningSum.ts"
import { stateNumber } from "./stateNumber.ts"

/**
 * Weighted moving average: the mean of the newest `period` candles, the newest with the weight `period`, the one before
 * it with one less, the oldest with 1; in the unit of its source. NaN before the candle of number `period`. Its value
 * depends on those candles alone, to the last bit.
 *
 * Equal to TA-Lib's WMA.
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { quick: wma(20) }
 */
export const wma = (period: number, source: PriceSource = "close"): Feature<IndicatorReading> => {
  checkCount("wma", "period", period)
  const read = readSource[source]
  const weights = (period * (period + 1)) / 2
  return defineFeature({
    name: "wma",
    version: "1.0.0",
    summary: "Weighted moving average",
    params: { period, source },
    history: period + 1,
    warmUp: period + 1,
    state: { init: () => ({ ...noValue(), candles: 0, sum: emptySum(), weighted: emptySum() }), schema: State },
    update: (state, window) => {
      const { sum, weighted } = state
      const price = read(window, 0)
      if (state.candles < period) state.candles++
      else {
        // Every price weighs one less than at the candle before; the oldest nothing any more.
        addTo(weighted, -totalOf(sum))
        addTo(weighted, -restOf(sum))
        addTo(sum, -read(window, period))
      }
      addTimes(weighted, state.candles, price)
      addTo(sum, price)
      show(state, state.candles < period ? Number.NaN : totalOf(weighted) / weights)
    },
    reading: indicatorReading
  })
}

const State = Schema.Struct({
  ...IndicatorState.fields,
  candles: stateNumber,
  sum: RunningSum,
  /** The sum of the prices, each times its weight. */
  weighted: RunningSum
})
