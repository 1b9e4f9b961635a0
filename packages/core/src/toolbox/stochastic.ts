import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { emptyMean, meanWith, MovingMean } from "./MovingMean.ts"
import { emptyExtreme, extremeOf, isHigher, isLower, SlidingExtreme, take } from "./SlidingExtreme.ts"

/** What the stochastic oscillator shows, 0 to 100: %K and its signal line %D. */
export interface StochasticReading {
  readonly k: IndicatorReading
  readonly d: IndicatorReading
}

/**
 * Stochastic oscillator, 0 to 100: where the close stands between the lowest low and the highest high of the newest
 * `period` candles. `k` is its mean over `smoothing` candles, `d` the mean of `k` over `signal` candles. A candle counts
 * as 0 where the low and the high are one. Both are NaN before the candle of number `period + smoothing + signal - 2`.
 * They depend on that many candles alone.
 *
 * Equal to TA-Lib's STOCH with simple averages. George Lane: Lane's Stochastics, Technical Analysis of Stocks &
 * Commodities 2:3 (1984).
 *
 * @throws InvalidDefinition when a number of candles is not a whole number from 1 on.
 *
 * @example
 * features: { stochastic: stochastic(14, 3, 3) },
 * detect: (window, _state, _params, { features: { stochastic } }) =>
 *   stochastic.k.value < 20 && stochastic.k.value > stochastic.d.value ? [...] : noMatch
 */
export const stochastic = (period = 5, smoothing = 3, signal = 3): Feature<StochasticReading> => {
  checkCount("stochastic", "period", period)
  checkCount("stochastic", "smoothing", smoothing)
  checkCount("stochastic", "signal", signal)
  return defineFeature({
    name: "stochastic",
    version: "1.0.0",
    summary: "Stochastic oscillator",
    params: { period, smoothing, signal },
    warmUp: period + smoothing + signal - 1,
    state: {
      init: () => ({
        highest: emptyExtreme(period),
        lowest: emptyExtreme(period),
        smoothed: emptyMean(smoothing),
        twiceSmoothed: emptyMean(signal),
        k: noValue(),
        d: noValue()
      }),
      schema: State
    },
    update: (state, window) => {
      take(state.highest, window.high(0), isHigher)
      take(state.lowest, window.low(0), isLower)
      if (state.highest.taken < period) return
      const k = meanWith(
        state.smoothed,
        placeBetween(extremeOf(state.lowest), extremeOf(state.highest), window.close(0))
      )
      if (Number.isNaN(k)) return
      const d = meanWith(state.twiceSmoothed, k)
      show(state.k, Number.isNaN(d) ? Number.NaN : k)
      show(state.d, d)
    },
    reading: (state) => ({
      k: indicatorReading(() => state().k),
      d: indicatorReading(() => state().d)
    })
  })
}

const placeBetween = (lowest: number, highest: number, close: number): number =>
  highest === lowest ? 0 : (close - lowest) / ((highest - lowest) / 100)

const State = Schema.Struct({
  highest: SlidingExtreme,
  lowest: SlidingExtreme,
  smoothed: MovingMean,
  twiceSmoothed: MovingMean,
  k: IndicatorState,
  d: IndicatorState
})
