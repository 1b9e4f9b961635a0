import { Schema } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { stateNumber } from "./stateNumber.ts"

/**
 * True range in quote currency: the way from the lowest to the highest of the candle and the close before it, so that a
 * gap counts. NaN at the first candle.
 *
 * Equal to TA-Lib's TRANGE. J. Welles Wilder: New Concepts in Technical Trading Systems (1978).
 *
 * @example
 * features: { range: trueRange(), usualRange: atr(14) },
 * detect: (window, _state, _params, { features: { range, usualRange } }) =>
 *   range.value > 3 * usualRange.previous ? [...] : noMatch
 */
export const trueRange = (): Feature<IndicatorReading> =>
  defineFeature({
    name: "true-range",
    version: "1.0.0",
    summary: "True range",
    history: 2,
    warmUp: 3,
    state: { init: () => ({ ...noValue(), candles: 0 }), schema: State },
    update: (state, window) => {
      if (state.candles < 2) state.candles++
      show(state, state.candles < 2 ? Number.NaN : trueRangeOf(window, 0))
    },
    reading: indicatorReading
  })

/** The true range of the candle of this age, which must have one before it. */
export const trueRangeOf = (window: CandleWindow, age: number): number => {
  const high = window.high(age)
  const low = window.low(age)
  const before = window.close(age + 1)
  return Math.max(high - low, Math.abs(high - before), Math.abs(low - before))
}

const State = Schema.Struct({ ...IndicatorState.fields, candles: stateNumber })
