import type { StockSymbol } from "@mjolnir/core"
import { type MarketConnection, type MarketSocketError, type Watchlist } from "@mjolnir/core/services"
import { subscriptionFrame } from "@mjolnir/core/wire"
import { Effect, Stream } from "effect"

/**
 * Subscribes to the whole watchlist, then to what is added and from what is removed, for as long as the connection
 * lives. `onChange` is told how many symbols are subscribed.
 */
export const followSubscriptions = (
  connection: MarketConnection,
  watchlist: Watchlist["Service"],
  onChange: (subscribed: number) => void
): Effect.Effect<never, MarketSocketError> => {
  const subscribed = new Set<StockSymbol>()
  const bringInLine = Effect.fnUntraced(function* (wanted: ReadonlySet<StockSymbol>) {
    for (const symbol of subscribed) {
      if (wanted.has(symbol)) continue
      yield* connection.send(subscriptionFrame("unsubscribe", symbol))
      subscribed.delete(symbol)
    }
    for (const symbol of wanted) {
      if (subscribed.has(symbol)) continue
      yield* connection.send(subscriptionFrame("subscribe", symbol))
      subscribed.add(symbol)
    }
    onChange(subscribed.size)
  })
  return Stream.runForEach(watchlist.changes, (state) =>
    state._tag === "Loaded" ? bringInLine(state.symbols) : Effect.void
  ).pipe(Effect.andThen(Effect.never))
}
