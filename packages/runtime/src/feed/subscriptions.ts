import type { StockSymbol } from "@mjolnir/core"
import { type MarketConnection, type MarketSocketError, type Watchlist } from "@mjolnir/core/services"
import { Effect, Stream } from "effect"

/** The frame that subscribes to a symbol or no longer wants it; undefined when there is none to send. */
export type SubscriptionFrame = (type: "subscribe" | "unsubscribe", symbol: StockSymbol) => string | undefined

/**
 * Subscribes to the whole watchlist, then to what is added and from what is removed, for as long as the connection
 * lives. `onChange` is told how many symbols are subscribed.
 */
export const followSubscriptions = (
  connection: MarketConnection,
  watchlist: Watchlist["Service"],
  frameOf: SubscriptionFrame,
  onChange: (subscribed: number) => void
): Effect.Effect<never, MarketSocketError> => {
  const subscribed = new Set<StockSymbol>()
  const bringInLine = Effect.fnUntraced(function* (wanted: ReadonlySet<StockSymbol>) {
    for (const symbol of subscribed) {
      if (wanted.has(symbol)) continue
      const frame = frameOf("unsubscribe", symbol)
      if (frame !== undefined) yield* connection.send(frame)
      subscribed.delete(symbol)
    }
    for (const symbol of wanted) {
      if (subscribed.has(symbol)) continue
      const frame = frameOf("subscribe", symbol)
      if (frame === undefined) continue
      yield* connection.send(frame)
      subscribed.add(symbol)
    }
    onChange(subscribed.size)
  })
  return Stream.runForEach(watchlist.changes, (state) =>
    state._tag === "Loaded" ? bringInLine(state.symbols) : Effect.void
  ).pipe(Effect.andThen(Effect.never))
}
