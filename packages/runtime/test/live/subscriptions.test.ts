import { assert, describe, it } from "@effect/vitest"

import { greeting, keyOf, live, pass } from "../support/service.ts"

describe("the symbols in Redis", () => {
  it.effect("are subscribed once the broker has greeted", () =>
    live({ symbols: ["AAPL", "BRK.B"] }, function* ({ subscriptions }) {
      assert.deepStrictEqual(subscriptions(), ["stock:AAPL", "stock:BRK.B"])
    })
  )

  it.effect("are subscribed two seconds after the connection to a broker that stays silent", () =>
    live({ symbols: ["AAPL"], isSilent: true }, function* ({ subscriptions }) {
      yield* pass("1999 millis")
      assert.deepStrictEqual(subscriptions(), [])
      yield* pass("1 millis")
      assert.deepStrictEqual(subscriptions(), ["stock:AAPL"])
    })
  )

  it.effect("are not subscribed at a broker that sends ticks unasked", () =>
    live({ symbols: ["AAPL"], isSilent: true }, function* ({ broker, subscriptions, trade }) {
      yield* trade("MSFT", 500)
      yield* pass("1 minute")
      assert.deepStrictEqual(subscriptions(), [])
      assert.isTrue(broker.isConnected())
    })
  )

  it.effect("are subscribed at a broker that sends ticks unasked when the mode is always", () =>
    live(
      { symbols: ["AAPL"], isSilent: true, environment: { SUBSCRIBE_MODE: "always" } },
      function* ({ subscriptions, trade }) {
        yield* trade("MSFT", 500)
        yield* pass("0 millis")
        assert.deepStrictEqual(subscriptions(), ["stock:AAPL"])
      }
    )
  )

  it.effect("are never subscribed when the mode is never", () =>
    live({ symbols: ["AAPL"], environment: { SUBSCRIBE_MODE: "never" } }, function* ({ subscriptions }) {
      yield* pass("1 minute")
      assert.deepStrictEqual(subscriptions(), [])
    })
  )

  it.effect("are subscribed within one refresh when they are added, and those alone", () =>
    live({ symbols: ["AAPL"] }, function* ({ byLabel, redis, subscriptions }) {
      redis.add(keyOf("MSFT"))
      yield* pass("15 seconds")
      assert.deepStrictEqual(subscriptions(), ["stock:AAPL", "stock:MSFT"])
      assert.deepStrictEqual(byLabel("subscriptions", ""), { "": 2 })
    })
  )

  it.effect("are unsubscribed within one refresh when they are removed", () =>
    live({ symbols: ["AAPL", "MSFT"] }, function* ({ byLabel, redis, subscriptions }) {
      redis.remove(keyOf("AAPL"))
      yield* pass("15 seconds")
      assert.deepStrictEqual(subscriptions(), ["stock:AAPL", "stock:MSFT", "-stock:AAPL"])
      assert.deepStrictEqual(byLabel("subscriptions", ""), { "": 1 })
    })
  )

  it.effect("are subscribed when the list was empty at the start", () =>
    live({}, function* ({ redis, subscriptions }) {
      yield* pass("1 minute")
      redis.add(keyOf("AAPL"))
      yield* pass("15 seconds")
      assert.deepStrictEqual(subscriptions(), ["stock:AAPL"])
    })
  )

  it.effect("are not subscribed a second time when a refresh finds them again", () =>
    live({ symbols: ["AAPL"] }, function* ({ redis, subscriptions }) {
      yield* pass("5 minutes")
      assert.isAbove(redis.commands.length, 10)
      assert.deepStrictEqual(subscriptions(), ["stock:AAPL"])
    })
  )

  it.effect("are subscribed when Redis comes later than the broker", () =>
    live(
      { symbols: ["AAPL"], before: (redis) => redis.fail("connection refused") },
      function* ({ readiness, redis, subscriptions }) {
        yield* pass("1 minute")
        assert.deepStrictEqual(subscriptions(), [])
        assert.strictEqual((yield* readiness)["watchlist"], "failing: not loaded yet")
        redis.recover()
        yield* pass("1 second")
        assert.deepStrictEqual(subscriptions(), ["stock:AAPL"])
      }
    )
  )
})

describe("a Redis that is lost", () => {
  it.effect("leaves the last list in force, and readiness tells it", () =>
    live({ symbols: ["AAPL"] }, function* ({ metrics, readiness, redis, relayed, subscriptions, trade }) {
      redis.fail("connection refused")
      yield* pass("2 minutes")
      yield* trade("AAPL", 150)
      yield* pass("63 seconds")
      assert.deepStrictEqual(subscriptions(), ["stock:AAPL"])
      assert.lengthOf(relayed(), 1)
      assert.deepStrictEqual(yield* readiness, {
        status: "ok",
        running: "ok: running",
        websocket: "ok: connected",
        watchlist: "ok: 1 symbols",
        plugins: "ok: three running",
        ticks: "ok: the last was accepted 62.8 s ago"
      })
      assert.strictEqual(metrics.total("redis_connected"), 0)
    })
  )

  it.effect("is complained of once, however long it is away, and counted every time", () =>
    live({ symbols: ["AAPL"] }, function* ({ byLabel, log, redis }) {
      redis.fail("connection refused")
      yield* pass("1 minute")
      const complaints = log.filter(({ text }) => text.includes("connection refused"))
      assert.deepStrictEqual(complaints, [
        { level: "Warn", text: "Cannot read the watchlist, the last one stays. Redis SCAN: connection refused" }
      ])
      assert.deepStrictEqual(byLabel("errors_total", "kind"), { redis: 4 })
    })
  )

  it.effect("is read again when it recovers", () =>
    live({ symbols: ["AAPL"] }, function* ({ metrics, redis, subscriptions }) {
      redis.fail("connection refused")
      yield* pass("1 minute")
      redis.add(keyOf("MSFT"))
      redis.recover()
      yield* pass("15 seconds")
      assert.deepStrictEqual(subscriptions(), ["stock:AAPL", "stock:MSFT"])
      assert.strictEqual(metrics.total("redis_connected"), 1)
    })
  )
})

describe("a new connection", () => {
  it.effect("subscribes the whole watchlist of then", () =>
    live({ symbols: ["AAPL", "MSFT"] }, function* ({ broker, redis, subscriptions }) {
      broker.refuse("down")
      broker.drop("going away")
      redis.remove(keyOf("MSFT"))
      redis.add(keyOf("TSLA"))
      yield* pass("1 minute")
      broker.forget()
      broker.accept()
      yield* pass("15 seconds")
      assert.deepStrictEqual(subscriptions(), ["stock:AAPL", "stock:TSLA"])
    })
  )

  it.effect("is judged by itself: one that greets is subscribed though the one before sent ticks unasked", () =>
    live({ symbols: ["AAPL"], isSilent: true }, function* ({ broker, subscriptions, trade }) {
      yield* trade("AAPL", 150)
      yield* pass("5 seconds")
      broker.greetWith(greeting)
      broker.drop("replaced")
      yield* pass("1 second")
      assert.deepStrictEqual(subscriptions(), ["stock:AAPL"])
    })
  )
})
