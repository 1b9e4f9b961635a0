import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Random } from "effect"

import { keyOf, live, type LiveService, pass, start } from "../support/service.ts"

/** The seconds between the attempts to connect that come within `minutes`, to a twentieth. */
const delaysWithin = Effect.fnUntraced(function* ({ broker }: LiveService, minutes: number) {
  const attemptsAt: Array<number> = []
  let attempts = broker.attempts()
  for (let step = 0; step < minutes * 1_200; step++) {
    yield* pass("50 millis")
    if (broker.attempts() > attempts) attemptsAt.push(((yield* Clock.currentTimeMillis) - start) / 1_000)
    attempts = broker.attempts()
  }
  return attemptsAt.slice(1).map((at, index) => Math.round((at - (attemptsAt[index] ?? Number.NaN)) * 20) / 20)
})

const quick = { RECONNECT_DELAY: "1s", RECONNECT_DELAY_MAX: "8s" }

describe("a connection that is lost", () => {
  it.effect("is opened again, and the outage is on record", () =>
    live({ symbols: ["AAPL"] }, function* ({ broker, log, metrics, readiness }) {
      broker.drop("going away")
      yield* pass("0 millis")
      assert.strictEqual((yield* readiness)["websocket"], "failing: not connected")
      assert.strictEqual(metrics.total("websocket_connected"), 0)
      assert.match(
        log.at(-1)?.text ?? "",
        /^WebSocket ws:\/\/hermes\.tekuro\.io, while open: going away\. Connecting again in \d+ms$/
      )
      yield* pass("1 second")
      assert.strictEqual((yield* readiness)["websocket"], "ok: connected")
      assert.strictEqual(metrics.total("websocket_connected"), 1)
      assert.strictEqual(metrics.total("websocket_connections_total"), 2)
      assert.strictEqual(metrics.total("websocket_disconnections_total"), 1)
    })
  )

  it.effect("is opened again in delays that double up to the longest, of which half is chance", () =>
    live({ environment: quick }, function* (service) {
      service.broker.refuse("down")
      service.broker.drop("going away")
      const [first = 0, second = 0, ...others] = yield* delaysWithin(service, 2)
      assert.isTrue(first >= 1 && first <= 2.05, `second delay ${first}`)
      assert.isTrue(second >= 2 && second <= 4.05, `third delay ${second}`)
      assert.isAbove(others.length, 10)
      for (const delay of others) assert.isTrue(delay >= 4 && delay <= 8.05, `later delay ${delay}`)
      assert.isAbove(new Set(others).size, 5, "the delays differ")
    }).pipe(Random.withSeed("outage"))
  )

  it.effect("is never given up", () =>
    live({}, function* ({ broker }) {
      broker.refuse("down")
      broker.drop("going away")
      yield* pass("2 hours")
      assert.isAbove(broker.attempts(), 450)
      broker.accept()
      yield* pass("15 seconds")
      assert.isTrue(broker.isConnected())
    })
  )

  it.effect("that was never there is treated alike", () =>
    live(
      { symbols: ["AAPL"], before: (_, broker) => broker.refuse("no route") },
      function* ({ broker, subscriptions }) {
        yield* pass("10 minutes")
        assert.isFalse(broker.isConnected())
        broker.accept()
        yield* pass("15 seconds")
        assert.deepStrictEqual(subscriptions(), ["stock:AAPL"])
      }
    )
  )

  it.effect("after half a minute of life is opened again after the first delay", () =>
    live({ environment: quick }, function* ({ broker }) {
      broker.refuse("down")
      broker.drop("going away")
      yield* pass("1 minute")
      broker.accept()
      yield* pass("8 seconds")
      assert.isTrue(broker.isConnected())
      yield* pass("30 seconds")
      broker.drop("again")
      yield* pass("1 second")
      assert.isTrue(broker.isConnected())
    })
  )

  it.effect("after a short life is opened again after a delay that has grown on", () =>
    live({ environment: quick }, function* ({ broker }) {
      broker.refuse("down")
      broker.drop("going away")
      yield* pass("1 minute")
      broker.accept()
      yield* pass("8 seconds")
      broker.drop("again")
      yield* pass("3900 millis")
      assert.isFalse(broker.isConnected())
      yield* pass("4100 millis")
      assert.isTrue(broker.isConnected())
    })
  )
})

describe("a connection that is dead without a word", () => {
  it.effect("is given up ten seconds after a ping without answer", () =>
    live({}, function* ({ broker, log, metrics }) {
      broker.freeze()
      yield* pass("29900 millis")
      assert.strictEqual(metrics.total("websocket_disconnections_total"), 0)
      yield* pass("100 millis")
      assert.strictEqual(metrics.total("websocket_disconnections_total"), 1)
      assert.include(log.at(-1)?.text ?? "", "no answer to a ping in 10s")
      yield* pass("1 second")
      assert.isTrue(broker.isConnected())
    })
  )

  it.effect("is looked after from ping to ping", () =>
    live({ environment: { PING_INTERVAL: "5s" } }, function* ({ broker, metrics }) {
      yield* pass("1 hour")
      assert.strictEqual(metrics.total("websocket_disconnections_total"), 0)
      broker.freeze()
      yield* pass("15 seconds")
      assert.strictEqual(metrics.total("websocket_disconnections_total"), 1)
    })
  )
})

describe("a connection on which nothing comes", () => {
  const environment = { SILENCE_TIMEOUT: "1m" }

  it.effect("is opened anew and subscribed anew while symbols are watched", () =>
    live({ symbols: ["AAPL"], environment }, function* ({ broker, log, subscriptions, trade }) {
      yield* trade("AAPL", 150)
      yield* pass("59 seconds")
      assert.strictEqual(broker.attempts(), 1)
      yield* pass("17 seconds")
      assert.strictEqual(broker.attempts(), 2)
      assert.isTrue(log.some(({ text }) => text.includes("no frame for 1m")))
      assert.deepStrictEqual(subscriptions(), ["stock:AAPL", "stock:AAPL"])
    })
  )

  it.effect("is left alone while no symbol is watched", () =>
    live({ environment }, function* ({ broker }) {
      yield* pass("1 hour")
      assert.strictEqual(broker.attempts(), 1)
    })
  )

  it.effect("gets the whole time again when the first symbol is watched", () =>
    live({ environment }, function* ({ broker, redis }) {
      yield* pass("10 minutes")
      redis.add(keyOf("AAPL"))
      yield* pass("1 minute")
      assert.strictEqual(broker.attempts(), 1)
    })
  )

  it.effect("is kept while frames come, whatever they are", () =>
    live({ symbols: ["AAPL"], environment }, function* ({ broker, trade }) {
      for (let half = 0; half < 60; half++) {
        yield* half % 2 === 0 ? trade("OTHER", 1) : Effect.sync(() => broker.push("not JSON"))
        yield* pass("30 seconds")
      }
      assert.strictEqual(broker.attempts(), 1)
    })
  )

  it.effect("is named in the log without user, password and query", () =>
    live({ environment: { WEBSOCKET_URL: "ws://user:s3cret@broker/feed?token=t0ps" } }, function* ({ broker, log }) {
      broker.drop("going away")
      yield* pass("2 seconds")
      const text = log.map((line) => line.text).join("\n")
      assert.include(text, "ws://broker/feed")
      assert.notMatch(text, /s3cret|t0ps/)
    })
  )
})
