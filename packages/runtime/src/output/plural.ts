/** The word for `count` things of a kind, such as `candles`. */
export const plural = (count: number, thing: string): string => (count === 1 ? thing : `${thing}s`)

/** `1 candle`, `2 candles`. */
export const counted = (count: number, thing: string): string => `${count} ${plural(count, thing)}`
