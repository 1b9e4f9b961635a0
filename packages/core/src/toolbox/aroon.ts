import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { ageOfExtreme, type Beats, emptyExtreme, SlidingExtreme, take } from "./SlidingExtreme.ts"

/** What Aroon shows, 0 to 100. */
export interface AroonReading {
  readonly up: IndicatorReading
  readonly down: IndicatorReading
}

/**
 * Aroon, 0 to 100: how long ago the highest high (`up`) and the lowest low (`down`) of the newest candle and the `period`
 * before it were, 100 at the newest and 0 at the oldest; of equal ones the newest counts. NaN before the candle of number
 * `period + 1`. Its values depend on those candles alone.
 *
 * Equal to TA-Lib's AROON. Tushar Chande: A Time Price Oscillator, Technical Analysis of Stocks & Commodities 13:9 (1995).
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { aroon: aroon(14) },
 * detect: (window, _state, _params, { features: { aroon } }) =>
 *   aroon.up.previous <= aroon.down.previous && aroon.up.value > aroon.down.value ? [...] : noMatch
 */
export const aroon = (period: number): Feature<AroonReading> => {
  checkCount("aroon", "period", period)
  return defineFeature({
    name: "aroon",
    version: "1.0.0",
    summary: "How long ago the highest high and the lowest low were",
    params: { period },
    warmUp: period + 2,
    state: {
      init: () => ({
        highest: emptyExtreme(period + 1),
        lowest: emptyExtreme(period + 1),
        up: noValue(),
        down: noValue()
      }),
      schema: State
    },
    update: (state, window) => {
      take(state.highest, window.high(0), isAsHigh)
      take(state.lowest, window.low(0), isAsLow)
      show(state.up, freshness(state.highest, period))
      show(state.down, freshness(state.lowest, period))
    },
    reading: (state) => ({
      up: indicatorReading(() => state().up),
      down: indicatorReading(() => state().down)
    })
  })
}

const freshness = (extreme: SlidingExtreme, period: number): number =>
  extreme.taken > period ? (100 / period) * (period - ageOfExtreme(extreme)) : Number.NaN

const isAsHigh: Beats = (value, other) => value >= other
const isAsLow: Beats = (value, other) => value <= other

const State = Schema.Struct({
  highest: SlidingExtreme,
  lowest: SlidingExtreme,
  up: IndicatorState,
  down: IndicatorState
})
