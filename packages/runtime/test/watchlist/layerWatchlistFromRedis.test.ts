import { assert, describe, it } from "@effect/vitest"
import { Metrics, Watchlist } from "@mjolnir/core/services"
import { FakeRedis } from "@mjolnir/core/testing"
import { Effect, Layer, Stream } from "effect"

import { layerWatchlistFromRedis } from "../../src/watchlist/layerWatchlistFromRedis.ts"
import { type Environment, layerConfigOf } from "../support/config.ts"
import { recordedLog } from "../support/logs.ts"
import { pass, settled } from "../support/service.ts"

/** A watchlist over a Redis that holds these keys, or that is down. */
const watching = <E>(
  {
    environment = {},
    isDown = false,
    keys
  }: {
    readonly environment?: Environment
    readonly isDown?: boolean
    readonly keys: ReadonlyArray<string>
  },
  scenario: (around: {
    readonly redis: FakeRedis["Service"]
    readonly metrics: Metrics["Service"]
    readonly watchlist: Watchlist["Service"]
    readonly symbols: Effect.Effect<ReadonlyArray<string> | undefined>
    readonly log: ReturnType<typeof recordedLog>["lines"]
  }) => Generator<Effect.Effect<unknown, E>, void, never>
) => {
  const log = recordedLog()
  return Effect.gen(function* () {
    const redis = yield* FakeRedis
    redis.add(...keys)
    if (isDown) redis.fail("connection refused")
    yield* Effect.gen(function* () {
      const watchlist = yield* Watchlist
      const metrics = yield* Metrics
      const symbols = Effect.map(watchlist.state, (state) => (state._tag === "Loaded" ? [...state.symbols] : undefined))
      yield* settled
      yield* Effect.gen(() => scenario({ redis, metrics, watchlist, symbols, log: log.lines }))
    }).pipe(Effect.provide(layerWatchlistFromRedis))
  }).pipe(Effect.provide(Layer.mergeAll(FakeRedis.layer, Metrics.layer, layerConfigOf(environment), log.layer)))
}

describe("the watchlist from Redis", () => {
  it.effect("holds the names behind the prefix, sorted", () =>
    watching({ keys: ["scanner:latest:MSFT", "scanner:latest:AAPL"] }, function* ({ symbols }) {
      assert.deepStrictEqual(yield* symbols, ["AAPL", "MSFT"])
    })
  )

  it.effect("takes all that follows the prefix for the name", () =>
    watching({ keys: ["scanner:latest:BRK:B", "scanner:latest:BTC/USD"] }, function* ({ symbols }) {
      assert.deepStrictEqual(yield* symbols, ["BRK:B", "BTC/USD"])
    })
  )

  it.effect("leaves alone keys of another prefix", () =>
    watching(
      { keys: ["scanner:2025-07-23:AAPL", "scanner:latestX:AAPL", "scanner:latest", "xscanner:latest:AAPL"] },
      function* ({ symbols }) {
        assert.deepStrictEqual(yield* symbols, [])
      }
    )
  )

  it.effect("reads the prefix that STOCK_LIST_KEY names, however many colons it has", () =>
    watching(
      { keys: ["watch:AAPL", "scanner:latest:MSFT"], environment: { STOCK_LIST_KEY: "watch" } },
      function* ({ redis, symbols }) {
        assert.deepStrictEqual(yield* symbols, ["AAPL"])
        assert.deepStrictEqual(redis.commands, ["SCAN watch:"])
      }
    )
  )

  it.effect("warns of keys that name no symbol and leaves them out", () =>
    watching(
      { keys: ["scanner:latest:AAPL", "scanner:latest:", "scanner:latest:NOT A SYMBOL"] },
      function* ({ log, symbols }) {
        assert.deepStrictEqual(yield* symbols, ["AAPL"])
        assert.deepStrictEqual(
          log.filter(({ level }) => level === "Warn").map(({ text }) => text),
          ['Redis keys that name no stock symbol: "", "NOT A SYMBOL"']
        )
      }
    )
  )

  it.effect("doubts a Redis that has lost all of many keys at once, but not when it says so again", () => {
    const keys = Array.from({ length: 10 }, (_, index) => `scanner:latest:S${index}`)
    return watching({ keys }, function* ({ log, redis, symbols }) {
      redis.remove(...keys)
      yield* pass("15 seconds")
      assert.strictEqual((yield* symbols)?.length, 10)
      assert.strictEqual(
        log.at(-1)?.text,
        "Redis has no key scanner:latest:* any more; the last list stays until the next look"
      )
      yield* pass("15 seconds")
      assert.strictEqual((yield* symbols)?.length, 0)
    })
  })

  it.effect("says when a Redis that was away answers again", () =>
    watching({ keys: ["scanner:latest:AAPL"] }, function* ({ log, redis }) {
      redis.fail("down")
      yield* pass("30 seconds")
      redis.recover()
      yield* pass("15 seconds")
      assert.deepStrictEqual(log.at(-1), { level: "Info", text: "Redis answers again" })
    })
  )

  it.effect("is loaded though it is empty", () =>
    watching({ keys: [] }, function* ({ metrics, symbols }) {
      assert.deepStrictEqual(yield* symbols, [])
      assert.strictEqual(metrics.total("watchlist_loaded"), 1)
    })
  )

  it.effect("is not loaded while Redis cannot be read, and is tried every second", () =>
    watching({ keys: ["scanner:latest:AAPL"], isDown: true }, function* ({ metrics, redis, symbols }) {
      yield* pass("10 seconds")
      assert.isUndefined(yield* symbols)
      assert.strictEqual(metrics.total("watchlist_loaded"), 0)
      assert.strictEqual(metrics.total("redis_connected"), 0)
      assert.lengthOf(redis.commands, 11)
      redis.recover()
      yield* pass("1 second")
      assert.deepStrictEqual(yield* symbols, ["AAPL"])
      assert.strictEqual(metrics.total("watchlist_loaded"), 1)
      assert.strictEqual(metrics.total("redis_connected"), 1)
    })
  )

  it.effect("complains once of a Redis that is away, and again when the reason is another", () =>
    watching({ keys: [], isDown: true }, function* ({ log, metrics, redis }) {
      yield* pass("1 hour")
      redis.fail("wrong password")
      yield* pass("1 hour")
      redis.recover()
      yield* pass("1 minute")
      redis.fail("wrong password")
      yield* pass("1 hour")
      assert.deepStrictEqual(
        log.filter(({ level }) => level === "Warn").map(({ text }) => text),
        [
          "Cannot read the watchlist. Redis SCAN: connection refused",
          "Cannot read the watchlist. Redis SCAN: wrong password",
          "Watchlist: no key scanner:latest:* in Redis, so nothing is watched",
          "Cannot read the watchlist, the last one stays. Redis SCAN: wrong password"
        ]
      )
      assert.isAbove(metrics.total("errors_total"), 7_000)
    })
  )

  it.effect("is read anew as often as STOCK_REFRESH_INTERVAL says", () =>
    watching({ keys: [], environment: { STOCK_REFRESH_INTERVAL: "4s" } }, function* ({ redis }) {
      yield* pass("3999 millis")
      assert.lengthOf(redis.commands, 1)
      yield* pass("1 millis")
      assert.lengthOf(redis.commands, 2)
      yield* pass("40 seconds")
      assert.lengthOf(redis.commands, 12)
    })
  )

  it.effect("tells of changes alone, in words in the log too", () =>
    watching({ keys: ["scanner:latest:AAPL", "scanner:latest:MSFT"] }, function* ({ log, redis, watchlist }) {
      const changes: Array<number> = []
      yield* Effect.forkChild(
        Stream.runForEach(watchlist.changes, (state) =>
          Effect.sync(() => changes.push(state._tag === "Loaded" ? state.symbols.size : -1))
        )
      )
      yield* pass("1 minute")
      redis.add("scanner:latest:TSLA", "scanner:latest:NVDA")
      redis.remove("scanner:latest:MSFT")
      yield* pass("1 minute")
      assert.deepStrictEqual(changes, [2, 3])
      assert.deepStrictEqual(
        log.map(({ text }) => text),
        ["Watchlist: 2 symbols", "Watchlist: 3 symbols, added NVDA, TSLA, removed MSFT"]
      )
    })
  )

  it.effect("holds thousands, and lists but ten of them in the log", () => {
    const keys = Array.from({ length: 5_000 }, (_, index) => `scanner:latest:S${index}`)
    return watching({ keys: ["scanner:latest:A"] }, function* ({ log, redis, symbols }) {
      redis.add(...keys)
      yield* pass("15 seconds")
      assert.lengthOf((yield* symbols) ?? [], 5_001)
      assert.match(log.at(-1)?.text ?? "", /^Watchlist: 5001 symbols, added (S\d+, ){9}S\d+ and 4990 more$/)
    })
  })

  it.effect("watches no symbol once the keys have expired", () =>
    watching({ keys: ["scanner:latest:AAPL"] }, function* ({ redis, symbols }) {
      redis.remove("scanner:latest:AAPL")
      yield* pass("15 seconds")
      assert.deepStrictEqual(yield* symbols, [])
    })
  )
})
