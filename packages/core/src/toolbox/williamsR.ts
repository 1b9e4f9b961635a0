import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { emptyExtreme, extremeOf, isHigher, isLower, SlidingExtreme, take } from "./SlidingExtreme.ts"

/**
 * Williams %R, -100 to 0: how far the close stands below the highest high of the newest `period` candles, -100 at their
 * lowest low. It is 0 where the low and the high are one, and NaN before the candle of number `period`. Its value depends
 * on those candles alone.
 *
 * Equal to TA-Lib's WILLR. Larry Williams: How I Made One Million Dollars Last Year Trading Commodities (1973).
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { percentR: williamsR(14) },
 * detect: (window, _state, _params, { features: { percentR } }) => (percentR.value < -80 ? [...] : noMatch)
 */
export const williamsR = (period: number): Feature<IndicatorReading> => {
  checkCount("williams-r", "period", period)
  return defineFeature({
    name: "williams-r",
    version: "1.0.0",
    summary: "Williams %R",
    params: { period },
    warmUp: period + 1,
    state: {
      init: () => ({ ...noValue(), highest: emptyExtreme(period), lowest: emptyExtreme(period) }),
      schema: State
    },
    update: (state, window) => {
      take(state.highest, window.high(0), isHigher)
      take(state.lowest, window.low(0), isLower)
      const isBegun = state.highest.taken >= period
      show(state, isBegun ? below(extremeOf(state.highest), extremeOf(state.lowest), window.close(0)) : Number.NaN)
    },
    reading: indicatorReading
  })
}

/** Adding 0 makes -0, which is no JSON, to 0. */
const below = (highest: number, lowest: number, close: number): number =>
  highest === lowest ? 0 : (highest - close) / ((highest - lowest) / -100) + 0

const State = Schema.Struct({ ...IndicatorState.fields, highest: SlidingExtreme, lowest: SlidingExtreme })
