import type { CandleWindow } from "../candles/CandleWindow.ts"

/** What of each candle an indicator follows; `typical` is the mean of high, low and close. */
export type PriceSource = "open" | "high" | "low" | "close" | "volume" | "typical"

/** Reads a source from the candle of this age. */
export type ReadSource = (window: CandleWindow, age: number) => number

/** How each source is read. */
export const readSource: Readonly<Record<PriceSource, ReadSource>> = {
  open: (window, age) => window.open(age),
  high: (window, age) => window.high(age),
  low: (window, age) => window.low(age),
  close: (window, age) => window.close(age),
  volume: (window, age) => window.volume(age),
  typical: (window, age) => (window.high(age) + window.low(age) + window.close(age)) / 3
}
