import type { Candle, Interval, StockSymbol } from "@mjolnir/core"

/** Candles of one symbol in order of time, on which an author tries a plugin. */
export interface CandleSeries {
  readonly symbol: StockSymbol
  readonly interval: Interval
  /** Where they come from, such as the name of their file. */
  readonly source: string
  readonly candles: ReadonlyArray<Candle>
}
