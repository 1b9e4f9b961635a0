/**
 * Tells how long calls of detectors take. The fold itself knows no clock; the live service gives it this one, so that a
 * detector that takes too long is found and named.
 */
export interface CallMeter {
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number
  /** What one call may take, in milliseconds. */
  readonly budgetMillis: number
}

/** Every so many candles of a symbol each call is timed on its own: a look at the clock costs a tenth of a detector. */
export const timedOneIn = 64

/** After a candle that took too long, the calls of this many candles of the symbol are timed, to find the culprit. */
export const timedAfterOverrun = 8
