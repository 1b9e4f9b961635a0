import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { type PriceSource, readSource } from "./PriceSource.ts"
import { stateNumber } from "./stateNumber.ts"

/**
 * Standard deviation of the newest `period` candles, in the unit of its source: that of these candles, not of a sample
 * (divided by `period`). NaN before the candle of number `period`.
 *
 * Equal to TA-Lib's STDDEV, rounding included: both take the mean of the squares less the square of the mean, from plain
 * running sums. So where it began shows in about the eighth digit of a deviation that is a thousandth of the price, and
 * candles that do not move give 0 or next to it. What a price leaves in the sums that is far greater than the others, such
 * as a misprint, stays in them after it has left: a thousandfold price costs every later deviation about six more digits.
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { deviation: standardDeviation(20), mean: sma(20) },
 * detect: (window, _state, _params, { features: { deviation, mean } }) =>
 *   window.close(0) > mean.value + 2 * deviation.value ? [...] : noMatch
 */
export const standardDeviation = (period: number, source: PriceSource = "close"): Feature<IndicatorReading> => {
  checkCount("standard-deviation", "period", period)
  const read = readSource[source]
  return defineFeature({
    name: "standard-deviation",
    version: "1.0.0",
    summary: "Standard deviation of the newest candles",
    params: { period, source },
    history: period,
    warmUp: period + 1,
    state: { init: () => ({ ...noValue(), candles: 0, sum: 0, squares: 0 }), schema: State },
    update: (state, window) => {
      const price = read(window, 0)
      state.sum += price
      state.squares += price * price
      state.candles++
      if (state.candles < period) return show(state, Number.NaN)
      const mean = state.sum / period
      show(state, rootOf(state.squares / period - mean * mean))
      const oldest = read(window, period - 1)
      state.sum -= oldest
      state.squares -= oldest * oldest
      state.candles--
    },
    reading: indicatorReading
  })
}

/** The root of a variance, which rounding may leave below zero. TA-Lib takes what is smaller than this for zero. */
const rootOf = (variance: number): number => (variance < 1e-14 ? 0 : Math.sqrt(variance))

const State = Schema.Struct({
  ...IndicatorState.fields,
  /** Candles in the sums. */
  candles: stateNumber,
  sum: stateNumber,
  squares: stateNumber
})
