import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { candlesToForget } from "./candlesToForget.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show, valueOf } from "./IndicatorReading.ts"
import { emptyMean, meanWith, MovingMean } from "./MovingMean.ts"
import { stateNumber } from "./stateNumber.ts"
import { trueRangeOf } from "./trueRange.ts"
import { keptPerCandle, smoothed } from "./wilder.ts"

/** How true ranges are averaged: by Wilder's smoothing, or as the plain mean of the newest. */
export type Averaging = "wilder" | "simple"

/**
 * Average true range in quote currency. A true range needs the close before, so that the first value comes with the
 * candle of number `period + 1`: the mean of the first `period` true ranges.
 *
 * By Wilder's smoothing it never quite forgets where it began. Each candle leaves `(period - 1) / period` of what was
 * before; `warmUp` is the number of candles after which that is less than a thousandth, beside those that begin it. The
 * simple average depends on the newest `period + 1` candles alone, so that it is warm soon and the same wherever it began.
 *
 * By Wilder's smoothing equal to TA-Lib's ATR. J. Welles Wilder: New Concepts in Technical Trading Systems (1978).
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { atr: atr(14) },
 * detect: (window, _state, _params, { features }) =>
 *   window.high(0) - window.low(0) > 3 * features.atr.previous ? [...] : noMatch
 */
export const atr = (period: number, averaging: Averaging = "wilder"): Feature<IndicatorReading> => {
  checkCount("atr", "period", period)
  return averaging === "simple" ? simpleAtr(period) : wilderAtr(period)
}

const wilderAtr = (period: number): Feature<IndicatorReading> =>
  defineFeature({
    name: "atr",
    version: "1.0.0",
    summary: "Average true range",
    params: { period },
    history: 2,
    warmUp: period + 1 + candlesToForget(keptPerCandle(period)) + 1,
    state: { init: () => ({ ...noValue(), candles: 0, seed: 0 }), schema: State },
    update: (state, window) => {
      if (state.candles > period) return show(state, smoothed(valueOf(state), trueRangeOf(window, 0), period))
      if (state.candles > 0) state.seed += trueRangeOf(window, 0)
      state.candles++
      show(state, state.candles > period ? state.seed / period : Number.NaN)
    },
    reading: indicatorReading
  })

const simpleAtr = (period: number): Feature<IndicatorReading> =>
  defineFeature({
    name: "simple-atr",
    version: "1.0.0",
    summary: "Average true range, as the plain mean of the newest",
    params: { period },
    history: 2,
    warmUp: period + 2,
    state: { init: () => ({ ...noValue(), candles: 0, ranges: emptyMean(period) }), schema: SimpleState },
    update: (state, window) => {
      if (state.candles > 0) show(state, meanWith(state.ranges, trueRangeOf(window, 0)))
      else state.candles++
    },
    reading: indicatorReading
  })

const State = Schema.Struct({
  ...IndicatorState.fields,
  candles: stateNumber,
  seed: stateNumber
})

const SimpleState = Schema.Struct({
  ...IndicatorState.fields,
  candles: stateNumber,
  ranges: MovingMean
})
