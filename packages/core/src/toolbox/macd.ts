import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { InvalidDefinition } from "../plugin/identity.ts"
import { candlesToForget } from "./candlesToForget.ts"
import { checkCount } from "./checkCount.ts"
import { emptyExponential, ExponentialMean, exponentialWith, shareOf } from "./ExponentialMean.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { type PriceSource, readSource } from "./PriceSource.ts"
import { stateNumber } from "./stateNumber.ts"

/** What the MACD shows, in the unit of its source: the line itself, its signal line, and the line less the signal. */
export interface MacdReading extends IndicatorReading {
  readonly signal: IndicatorReading
  readonly histogram: IndicatorReading
}

/**
 * Moving average convergence/divergence: the fast exponential moving average less the slow one, and as its signal line an
 * exponential moving average of that. All of them are NaN before the candle of number `slow + signal - 1`.
 *
 * The two averages begin at the same candle, that of number `slow`: the fast one as the mean of the newest `fast` candles
 * there. They never quite forget where they began; `warmUp` is the number of candles after which that is less than a
 * thousandth, beside those that begin them.
 *
 * Equal to TA-Lib's MACD. Gerald Appel: Technical Analysis, Power Tools for Active Investors (2005).
 *
 * @throws InvalidDefinition when a period is not a whole number from 1 on, or `fast` is not below `slow`.
 *
 * @example
 * features: { macd: macd() },
 * detect: (window, _state, _params, { features: { macd } }) =>
 *   macd.histogram.previous <= 0 && macd.histogram.value > 0 ? [...] : noMatch
 */
export const macd = (fast = 12, slow = 26, signal = 9, source: PriceSource = "close"): Feature<MacdReading> => {
  checkCount("macd", "fast", fast)
  checkCount("macd", "slow", slow)
  checkCount("macd", "signal", signal)
  if (fast >= slow) {
    throw new InvalidDefinition({
      part: "feature macd",
      problem: `fast is ${fast} and slow is ${slow}`,
      expected: "a fast period below the slow one"
    })
  }
  const read = readSource[source]
  return defineFeature({
    name: "macd",
    version: "1.0.0",
    summary: "Moving average convergence/divergence",
    params: { fast, slow, signal, source },
    warmUp: slow + candlesToForget(1 - shareOf(slow)) + signal + candlesToForget(1 - shareOf(signal)),
    state: {
      init: () => ({
        ...noValue(),
        candles: 0,
        fast: emptyExponential(),
        slow: emptyExponential(),
        smoothed: emptyExponential(),
        signal: noValue(),
        histogram: noValue()
      }),
      schema: State
    },
    update: (state, window) => {
      const price = read(window, 0)
      const isFastDue = state.candles >= slow - fast
      if (!isFastDue) state.candles++
      const line =
        (isFastDue ? exponentialWith(state.fast, price, fast) : Number.NaN) - exponentialWith(state.slow, price, slow)
      const smoothed = Number.isNaN(line) ? Number.NaN : exponentialWith(state.smoothed, line, signal)
      show(state, Number.isNaN(smoothed) ? Number.NaN : line)
      show(state.signal, smoothed)
      show(state.histogram, line - smoothed)
    },
    reading: (state) =>
      Object.assign(indicatorReading(state), {
        signal: indicatorReading(() => state().signal),
        histogram: indicatorReading(() => state().histogram)
      })
  })
}

const State = Schema.Struct({
  ...IndicatorState.fields,
  /** Candles before the fast average begins to follow. */
  candles: stateNumber,
  fast: ExponentialMean,
  slow: ExponentialMean,
  /** The signal line on its way. */
  smoothed: ExponentialMean,
  signal: IndicatorState,
  histogram: IndicatorState
})
