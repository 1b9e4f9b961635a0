import { isStockSymbol, type StockSymbol } from "@mjolnir/core"
import { Effect, FileSystem, Schema } from "effect"

/** `--watch` does not name stocks. */
export class BadWatchlist extends Schema.TaggedError<BadWatchlist>()("BadWatchlist", {
  problem: Schema.String
}) {
  override get message() {
    return `--watch: ${this.problem}; expected symbols such as AAPL,MSFT or @FILE with one symbol per line`
  }
}

/** The symbols that `--watch` names: a list with commas, or `@FILE` with one per line. */
export const watchlistOf = Effect.fnUntraced(function* (watch: string) {
  const names = watch.startsWith("@") ? yield* readLines(watch.slice(1)) : watch.split(",")
  const symbols = new Set<StockSymbol>()
  for (const name of names.map((name) => name.trim()).filter((name) => name !== "")) {
    if (!isStockSymbol(name)) return yield* new BadWatchlist({ problem: `${JSON.stringify(name)} is no stock symbol` })
    symbols.add(name)
  }
  if (symbols.size === 0) return yield* new BadWatchlist({ problem: `${JSON.stringify(watch)} names no symbol` })
  return symbols
})

const readLines = (path: string) =>
  FileSystem.FileSystem.use((files) => files.readFileString(path)).pipe(
    Effect.map((text) => text.split("\n")),
    Effect.mapError(
      ({ reason }) =>
        new BadWatchlist({
          problem: reason._tag === "NotFound" ? `there is no file ${path}` : `${path} cannot be read: ${reason.message}`
        })
    )
  )
