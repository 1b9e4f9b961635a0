import { Context, Effect, Layer, SubscriptionRef } from "effect"

import { StockSymbol } from "../domain/StockSymbol.ts"
import { Watchlist, type WatchlistState } from "../services/Watchlist.ts"

/**
 * A watchlist that a test changes as it runs; not loaded at first. `FakeWatchlist.layer` provides both the service and
 * the controls. For one that never changes there is `Watchlist.layerOf`.
 *
 * @example
 * const watchlist = yield* FakeWatchlist
 * yield* watchlist.watch("AAPL", "MSFT")
 */
export class FakeWatchlist extends Context.Service<
  FakeWatchlist,
  {
    /** Loads the list if need be and adds to it. */
    readonly watch: (...symbols: ReadonlyArray<string>) => Effect.Effect<void>
    readonly unwatch: (...symbols: ReadonlyArray<string>) => Effect.Effect<void>
  }
>()("@mjolnir/core/testing/FakeWatchlist") {
  static readonly layer: Layer.Layer<FakeWatchlist | Watchlist> = Layer.effectContext(
    Effect.gen(function* () {
      const ref = yield* SubscriptionRef.make<WatchlistState>({ _tag: "NotLoaded" })
      const change = (edit: (symbols: ReadonlySet<StockSymbol>) => ReadonlySet<StockSymbol>) =>
        SubscriptionRef.update(ref, (state) => ({
          _tag: "Loaded" as const,
          symbols: edit(state._tag === "Loaded" ? state.symbols : new Set())
        }))
      const setOf = (symbols: ReadonlyArray<string>) => new Set(symbols.map((symbol) => StockSymbol.make(symbol)))
      const controls = FakeWatchlist.of({
        watch: (...added) => change((symbols) => symbols.union(setOf(added))),
        unwatch: (...removed) => change((symbols) => symbols.difference(setOf(removed)))
      })
      return Context.make(Watchlist, Watchlist.fromRef(ref)).pipe(Context.add(FakeWatchlist, controls))
    })
  )
}
