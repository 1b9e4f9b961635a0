/** Candles that a pattern of several pivots takes at least: pivots lie a few candles apart. */
export const shortestPattern = 10
