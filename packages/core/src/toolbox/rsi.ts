import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { candlesToForget } from "./candlesToForget.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { isZero } from "./isZero.ts"
import { type PriceSource, readSource } from "./PriceSource.ts"
import { stateNumber } from "./stateNumber.ts"
import { keptPerCandle, smoothed } from "./wilder.ts"

/**
 * Relative strength index, 0 to 100: the share that gains have in the gains and losses from candle to candle, both by
 * Wilder's smoothing. The first value comes with the candle of number `period + 1`. It is 0 while nothing moves.
 *
 * It never quite forgets where it began. Each candle leaves `(period - 1) / period` of the gains and losses before;
 * `warmUp` is the number of candles after which that is less than a thousandth, beside those that begin it. A thousandth
 * of moves that were far larger than those since can still show, as after a halt.
 *
 * Equal to TA-Lib's RSI. J. Welles Wilder: New Concepts in Technical Trading Systems (1978).
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { rsi: rsi(14) }
 */
export const rsi = (period: number, source: PriceSource = "close"): Feature<IndicatorReading> => {
  checkCount("rsi", "period", period)
  const read = readSource[source]
  return defineFeature({
    name: "rsi",
    version: "1.0.0",
    summary: "Relative strength index",
    params: { period, source },
    history: 2,
    warmUp: period + 1 + candlesToForget(keptPerCandle(period)) + 1,
    state: { init: () => ({ ...noValue(), candles: 0, gain: 0, loss: 0 }), schema: State },
    update: (state, window) => {
      const change = state.candles === 0 ? 0 : read(window, 0) - read(window, 1)
      const gain = Math.max(0, change)
      const loss = Math.max(0, -change)
      if (state.candles > period) {
        state.gain = smoothed(state.gain, gain, period)
        state.loss = smoothed(state.loss, loss, period)
      } else {
        state.candles++
        state.gain += gain
        state.loss += loss
        if (state.candles > period) {
          state.gain /= period
          state.loss /= period
        }
      }
      show(state, state.candles > period ? shareOfGain(state.gain, state.loss) : Number.NaN)
    },
    reading: indicatorReading
  })
}

const shareOfGain = (gain: number, loss: number): number => {
  const moved = gain + loss
  return isZero(moved) ? 0 : 100 * (gain / moved)
}

const State = Schema.Struct({
  ...IndicatorState.fields,
  candles: stateNumber,
  /** Sums until there are `period` changes, then their means. */
  gain: stateNumber,
  loss: stateNumber
})
