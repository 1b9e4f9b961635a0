import { Schema } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { candlesToForget } from "./candlesToForget.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { stateNumber } from "./stateNumber.ts"
import { keptPerCandle, smoothed } from "./wilder.ts"

/**
 * Average true range in quote currency, by Wilder's smoothing. A true range needs the close before, so that the first
 * value comes with the candle of number `period + 1`: the mean of the first `period` true ranges.
 *
 * It never quite forgets where it began. Each candle leaves `(period - 1) / period` of what was before; `warmUp` is the
 * number of candles after which that is less than a thousandth, beside those that begin it.
 *
 * Equal to TA-Lib's ATR. J. Welles Wilder: New Concepts in Technical Trading Systems (1978).
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { atr: atr(14) },
 * detect: (window, _state, _params, { features }) =>
 *   window.high(0) - window.low(0) > 3 * features.atr.previous ? [...] : noMatch
 */
export const atr = (period: number): Feature<IndicatorReading> => {
  checkCount("atr", "period", period)
  return defineFeature({
    name: "atr",
    version: "1.0.0",
    summary: "Average true range",
    params: { period },
    history: 2,
    warmUp: period + 1 + candlesToForget(keptPerCandle(period)) + 1,
    state: { init: () => ({ ...noValue, candles: 0, seed: 0 }), schema: State },
    update: (state, window) => {
      if (state.candles > period) return show(state, smoothed(state.value, trueRange(window), period))
      if (state.candles > 0) state.seed += trueRange(window)
      state.candles++
      show(state, state.candles > period ? state.seed / period : Number.NaN)
    },
    reading: indicatorReading
  })
}

const trueRange = (window: CandleWindow): number => {
  const high = window.high(0)
  const low = window.low(0)
  const before = window.close(1)
  return Math.max(high - low, Math.abs(high - before), Math.abs(low - before))
}

const State = Schema.Struct({
  ...IndicatorState.fields,
  candles: stateNumber,
  seed: stateNumber
})
