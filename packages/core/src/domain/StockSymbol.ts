import { Schema } from "effect"

/**
 * The name of a stock as the broker spells it, exact and case-sensitive: 1 to 32 printable ASCII characters
 * without a space, such as `AAPL`, `BRK.B` or `BTC/USD`.
 */
export const StockSymbol = Schema.String.check(
  Schema.isPattern(/^[!-~]{1,32}$/, { message: "a stock symbol is 1 to 32 printable ASCII characters without spaces" })
).pipe(Schema.brand("StockSymbol"))
export type StockSymbol = typeof StockSymbol.Type

/** True when `text` is a {@link StockSymbol}. */
export const isStockSymbol = Schema.is(StockSymbol)
