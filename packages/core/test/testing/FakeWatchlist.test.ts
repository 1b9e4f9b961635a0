import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Stream } from "effect"

import { Watchlist, type WatchlistState } from "../../src/services/Watchlist.ts"
import { FakeWatchlist } from "../../src/testing/FakeWatchlist.ts"

const textOf = (state: WatchlistState): string =>
  state._tag === "Loaded" ? [...state.symbols].join(" ") : "not loaded"

describe("FakeWatchlist", () => {
  it.effect("is not loaded until a test says what is watched", () =>
    Effect.gen(function* () {
      const fake = yield* FakeWatchlist
      const { state } = yield* Watchlist
      assert.strictEqual(textOf(yield* state), "not loaded")
      yield* fake.watch("AAPL", "MSFT")
      assert.strictEqual(textOf(yield* state), "AAPL MSFT")
      yield* fake.unwatch("AAPL")
      assert.strictEqual(textOf(yield* state), "MSFT")
    }).pipe(Effect.provide(FakeWatchlist.layer))
  )

  it.effect("tells those who follow it", () =>
    Effect.gen(function* () {
      const fake = yield* FakeWatchlist
      const { changes } = yield* Watchlist
      const seen = yield* Effect.forkChild(Stream.runCollect(Stream.take(changes, 3)), { startImmediately: true })
      yield* fake.watch("AAPL")
      yield* fake.watch("MSFT")
      assert.deepStrictEqual((yield* Fiber.join(seen)).map(textOf), ["not loaded", "AAPL", "AAPL MSFT"])
    }).pipe(Effect.provide(FakeWatchlist.layer))
  )
})
