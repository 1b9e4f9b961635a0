/**
 * The newest closed candles of one symbol and interval, read by age: `close(0)` is the newest close, `close(1)` the
 * one before it. Reads allocate nothing. An age at or beyond `size` reads as NaN (`false` for `partial`).
 *
 * @example
 * const rising = window.close(0) > window.close(1)
 */
export interface CandleWindow {
  /** Candles that can be read: at most the history the reader declared. */
  readonly size: number
  /** Start of the candle in epoch milliseconds. */
  time(age: number): number
  open(age: number): number
  high(age: number): number
  low(age: number): number
  close(age: number): number
  volume(age: number): number
  /** Prints in the candle, 0 when the source does not say. */
  ticks(age: number): number
  /** True when prints of the candle may be missing. */
  partial(age: number): boolean
  /** Intervals without a candle directly before this one. */
  gap(age: number): number
}
