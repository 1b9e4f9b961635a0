import { Schema } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { candlesToForget } from "./candlesToForget.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show, valueOf } from "./IndicatorReading.ts"
import { isZero } from "./isZero.ts"
import { stateNumber } from "./stateNumber.ts"
import { trueRangeOf } from "./trueRange.ts"
import { keptPerCandle, smoothed } from "./wilder.ts"

/** What the ADX shows, all of it 0 to 100: the strength of the trend, and the directional indicators up and down. */
export interface AdxReading extends IndicatorReading {
  readonly plus: IndicatorReading
  readonly minus: IndicatorReading
}

/**
 * Average directional index, 0 to 100: how strong a trend is, whichever way it goes. `plus` and `minus` are the directional
 * indicators +DI and -DI: the moves beyond the highs and lows of the candles before, as shares of the true ranges, all by
 * Wilder's smoothing. Those come with the candle of number `period + 1`, the index with that of number `2 * period`. The
 * indicators are 0 while nothing moves, and the index stays what it was while neither is above 0.
 *
 * It never quite forgets where it began; `warmUp` is the number of candles after which that is less than a thousandth
 * for what is smoothed twice, beside those that begin it.
 *
 * Equal to TA-Lib's ADX, PLUS_DI and MINUS_DI. J. Welles Wilder: New Concepts in Technical Trading Systems (1978).
 *
 * @throws InvalidDefinition when `period` is not a whole number from 2 on.
 *
 * @example
 * features: { trend: adx(14) },
 * detect: (window, _state, _params, { features: { trend } }) =>
 *   trend.value > 25 && trend.plus.value > trend.minus.value ? [...] : noMatch
 */
export const adx = (period: number): Feature<AdxReading> => {
  checkCount("adx", "period", period, 2)
  return defineFeature({
    name: "adx",
    version: "1.0.0",
    summary: "Average directional index",
    params: { period },
    history: 2,
    warmUp: 2 * (period + candlesToForget(keptPerCandle(period))) + 1,
    state: {
      init: () => ({
        ...noValue(),
        moves: -1,
        up: 0,
        down: 0,
        range: 0,
        seed: 0,
        plus: noValue(),
        minus: noValue()
      }),
      schema: State
    },
    update: (state, window) => {
      if (state.moves < 2 * period) state.moves++
      if (state.moves === 0) return
      follow(state, window, period)
      const isBegun = state.moves >= period
      show(state.plus, isBegun ? shareOfRange(state.up, state.range) : Number.NaN)
      show(state.minus, isBegun ? shareOfRange(state.down, state.range) : Number.NaN)
      show(state, isBegun ? strength(state, period) : Number.NaN)
    },
    reading: (state) =>
      Object.assign(indicatorReading(state), {
        plus: indicatorReading(() => state().plus),
        minus: indicatorReading(() => state().minus)
      })
  })
}

/** Takes the move from the candle before: sums at first, each then losing its share per candle. */
const follow = (state: State, window: CandleWindow, period: number): void => {
  const up = window.high(0) - window.high(1)
  const down = window.low(1) - window.low(0)
  if (state.moves >= period) {
    state.up -= state.up / period
    state.down -= state.down / period
    state.range -= state.range / period
  }
  if (down > 0 && up < down) state.down += down
  else if (up > 0 && up > down) state.up += up
  state.range += trueRangeOf(window, 0)
}

const shareOfRange = (moves: number, range: number): number => (isZero(range) ? 0 : 100 * (moves / range))

/** The index: the mean of the first `period` directional movements, smoothed from there on. */
const strength = (state: State, period: number): number => {
  const both = valueOf(state.plus) + valueOf(state.minus)
  const hasDirection = !isZero(both)
  const movement = hasDirection ? 100 * (Math.abs(valueOf(state.minus) - valueOf(state.plus)) / both) : 0
  if (state.moves === 2 * period) return hasDirection ? smoothed(valueOf(state), movement, period) : valueOf(state)
  state.seed += movement
  return state.moves === 2 * period - 1 ? state.seed / period : Number.NaN
}

const State = Schema.Struct({
  ...IndicatorState.fields,
  /** Moves from candle to candle so far, up to those after which nothing begins any more; -1 before the first candle. */
  moves: stateNumber,
  up: stateNumber,
  down: stateNumber,
  range: stateNumber,
  /** Sum of the directional movements that begin the index. */
  seed: stateNumber,
  plus: IndicatorState,
  minus: IndicatorState
})
type State = typeof State.Type
