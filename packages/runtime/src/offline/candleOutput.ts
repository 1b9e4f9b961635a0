import type { Candle, StockSymbol } from "@mjolnir/core"

/** A completed candle as a line of JSON. */
export const closedCandleLine = (symbol: StockSymbol, candle: Candle): string => {
  const { time, open, high, low, close, volume, ticks, partial, gap } = candle
  return JSON.stringify({ symbol, time, open, high, low, close, volume, ticks, partial, gap })
}

/** A candle that is still open as a line of JSON: `open` is true, and the opening price stands under `openPrice`. */
export const openCandleLine = (symbol: StockSymbol, candle: Candle): string => {
  const { time, open: openPrice, high, low, close, volume, ticks, partial, gap } = candle
  return JSON.stringify({ symbol, time, openPrice, high, low, close, volume, ticks, partial, gap, open: true })
}
