import { Schema } from "effect"

import { addTo, emptySum, RunningSum, totalOf } from "./RunningSum.ts"
import { stateNumber, stateNumbers } from "./stateNumber.ts"

/** The plain mean of the newest values of something that is no candle, and those values in a ring. */
export const MovingMean = Schema.Struct({
  /** Values taken so far. */
  taken: stateNumber,
  values: stateNumbers,
  sum: RunningSum
})
export type MovingMean = typeof MovingMean.Type

export const emptyMean = (span: number): MovingMean => ({
  taken: 0,
  values: Array.from({ length: span }, () => 0),
  sum: emptySum()
})

/** Takes the next value and gives the mean; NaN before there are enough values. */
export const meanWith = (mean: MovingMean, value: number): number => {
  const { sum, values } = mean
  const slot = mean.taken % values.length
  addTo(sum, value)
  addTo(sum, -(values[slot] ?? 0))
  values[slot] = value
  mean.taken++
  return mean.taken < values.length ? Number.NaN : totalOf(sum) / values.length
}
