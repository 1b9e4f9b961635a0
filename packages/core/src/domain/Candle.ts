import { Schema } from "effect"

import { EpochMillis } from "./EpochMillis.ts"

/**
 * Open, high, low, close and volume of one interval, `[time, time + interval)`.
 *
 * Prices are in quote currency, `volume` in shares. `ticks` is the number of prints, 0 when the source does not
 * say. `partial` is true when prints of the interval may be missing (Mjolnir connected or lost its connection within
 * it). `gap` is the number of intervals without a candle directly before this one, 0 when it follows its neighbour.
 */
export const Candle = Schema.Struct({
  time: EpochMillis,
  open: Schema.Finite,
  high: Schema.Finite,
  low: Schema.Finite,
  close: Schema.Finite,
  volume: Schema.Finite,
  ticks: Schema.Int,
  partial: Schema.Boolean,
  gap: Schema.Int
})
export type Candle = typeof Candle.Type

/** Intervals without a candle between two neighbours; 0 when there is no earlier one or it is not earlier. */
export const emptyIntervalsBetween = (earlier: number | undefined, later: number, intervalMillis: number): number =>
  earlier === undefined ? 0 : Math.max(0, Math.round((later - earlier) / intervalMillis) - 1)
