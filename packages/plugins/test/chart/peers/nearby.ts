/** Candles by which a turn of price may be elsewhere by highs and lows than by closes, and still count as the same. */
export const nearby = 3
