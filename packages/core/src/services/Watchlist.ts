import { Context, Effect, Layer, type Stream, SubscriptionRef } from "effect"

import type { StockSymbol } from "../domain/StockSymbol.ts"

/** What is known of the symbols to watch. */
export type WatchlistState =
  | { readonly _tag: "NotLoaded" }
  | { readonly _tag: "Loaded"; readonly symbols: ReadonlySet<StockSymbol> }

/** The symbols to watch, now and whenever they change. */
export class Watchlist extends Context.Service<
  Watchlist,
  {
    readonly state: Effect.Effect<WatchlistState>
    /** The present state and every later one. */
    readonly changes: Stream.Stream<WatchlistState>
  }
>()("@mjolnir/core/services/Watchlist") {
  /** A watchlist that a reference holds, for whoever fills it. */
  static readonly fromRef = (ref: SubscriptionRef.SubscriptionRef<WatchlistState>) =>
    Watchlist.of({ state: SubscriptionRef.get(ref), changes: SubscriptionRef.changes(ref) })

  /** A watchlist that never changes. */
  static readonly layerOf = (symbols: Iterable<StockSymbol>): Layer.Layer<Watchlist> =>
    Layer.effect(
      Watchlist,
      Effect.map(SubscriptionRef.make<WatchlistState>({ _tag: "Loaded", symbols: new Set(symbols) }), Watchlist.fromRef)
    )
}
