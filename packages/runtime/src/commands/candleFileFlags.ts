import { isStockSymbol } from "@mjolnir/core"
import { Option } from "effect"
import { Argument, Flag } from "effect/cli"

/** The argument and the flag of every command that reads files of candles. */
export const candleFileFlags = {
  file: Argument.String("FILE").pipe(
    Argument.withDescription("Candles as CSV with a header or as JSONL, plain or gzip; - for standard input"),
    Argument.atLeast(1)
  ),
  symbol: Flag.String("symbol").pipe(
    Flag.withMetavar("S"),
    Flag.withDescription("Names the symbol of a file that has none (default: from the file's name); else a filter"),
    Flag.filterMap(Option.liftPredicate(isStockSymbol), () => "1 to 32 printable ASCII characters without spaces"),
    Flag.optional
  )
}
