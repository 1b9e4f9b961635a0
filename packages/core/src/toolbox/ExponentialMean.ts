import { Schema } from "effect"

import { stateNumber } from "./stateNumber.ts"

/** An exponential mean of something that is no candle. It begins as the plain mean of its first values. */
export const ExponentialMean = Schema.Struct({
  /** Values taken so far, up to those that begin it. */
  taken: stateNumber,
  /** The sum of those. */
  seed: stateNumber,
  mean: stateNumber
})
export type ExponentialMean = typeof ExponentialMean.Type

export const emptyExponential = (): ExponentialMean => ({ taken: 0, seed: 0, mean: Number.NaN })

/** The share of its distance from a value by which a mean of this period moves. */
export const shareOf = (period: number): number => 2 / (period + 1)

/** Takes the next value and gives the mean; NaN before there are `period` values. */
export const exponentialWith = (state: ExponentialMean, value: number, period: number): number => {
  if (state.taken === period) {
    state.mean += (value - state.mean) * shareOf(period)
    return state.mean
  }
  state.taken++
  state.seed += value
  if (state.taken === period) state.mean = state.seed / period
  return state.mean
}
