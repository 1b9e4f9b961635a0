import type { StockSymbol } from "@mjolnir/core"

/** Brands names that this folder makes up itself. */
export const asSymbols = (names: ReadonlyArray<string>): ReadonlyArray<StockSymbol> =>
  names as ReadonlyArray<StockSymbol>
