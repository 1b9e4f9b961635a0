/**
 * What a recursive indicator may keep of the time before its warm-up: a thousandth, which no rule of a detector should
 * hang on. A billionth would take three times as many candles, in which a detector that has just begun finds nothing.
 */
const negligible = 1e-3

/**
 * Candles after which the weight of everything before has fallen below a thousandth, when each candle leaves the share
 * `kept` of what was: the least n with `kept` to the power of n below 1e-3.
 */
export const candlesToForget = (kept: number): number =>
  kept <= 0 ? 0 : Math.ceil(Math.log(negligible) / Math.log(kept))
