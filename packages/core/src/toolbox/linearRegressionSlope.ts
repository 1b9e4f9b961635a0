import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { addTimes } from "./addTimes.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { type PriceSource, readSource } from "./PriceSource.ts"
import { addTo, emptySum, restOf, RunningSum, totalOf } from "./RunningSum.ts"
import { stateNumber } from "./stateNumber.ts"

/**
 * Slope of the line that lies nearest to the newest `period` candles by least squares, in the unit of its source per
 * candle: above 0 where they rise. NaN before the candle of number `period`. Its value depends on those candles alone, to
 * the last bit.
 *
 * Equal to TA-Lib's LINEARREG_SLOPE.
 *
 * @throws InvalidDefinition when `period` is not a whole number from 2 on.
 *
 * @example
 * features: { trend: linearRegressionSlope(14) },
 * detect: (window, _state, _params, { features: { trend } }) => (trend.value > 0 ? [...] : noMatch)
 */
export const linearRegressionSlope = (period: number, source: PriceSource = "close"): Feature<IndicatorReading> => {
  checkCount("linear-regression-slope", "period", period, 2)
  const read = readSource[source]
  // Where candles stand is counted from the middle of the period, so that no large numbers have to cancel out.
  const newest = (period - 1) / 2
  const beyondOldest = (period + 1) / 2
  const squares = (period * (period * period - 1)) / 12
  return defineFeature({
    name: "linear-regression-slope",
    version: "1.0.0",
    summary: "Slope of the line nearest to the newest candles",
    params: { period, source },
    history: period + 1,
    warmUp: period + 1,
    state: { init: () => ({ ...noValue(), candles: 0, sum: emptySum(), moment: emptySum() }), schema: State },
    update: (state, window) => {
      const { moment, sum } = state
      const price = read(window, 0)
      // Every price stands one place further from the newest than at the candle before.
      addTo(moment, -totalOf(sum))
      addTo(moment, -restOf(sum))
      addTimes(moment, newest, price)
      addTo(sum, price)
      if (state.candles < period) state.candles++
      else {
        const left = read(window, period)
        addTimes(moment, beyondOldest, left)
        addTo(sum, -left)
      }
      show(state, state.candles < period ? Number.NaN : totalOf(moment) / squares)
    },
    reading: indicatorReading
  })
}

const State = Schema.Struct({
  ...IndicatorState.fields,
  candles: stateNumber,
  sum: RunningSum,
  /** The sum of the prices, each times its place. */
  moment: RunningSum
})
