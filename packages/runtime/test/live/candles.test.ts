import { assert, describe, it } from "@effect/vitest"

import { live, pass, start } from "../support/service.ts"

/** What the detectors saw of the candles, by the metadata of the published messages. */
const seen = (messages: ReadonlyArray<Readonly<Record<string, unknown>>>) =>
  messages.map(({ metadata, ticker, timestamp }) => ({ ticker, timestamp, ...Object(metadata) }))

const open = { isSilent: true, environment: { SUBSCRIBE_MODE: "never", PUBLISH_FORMAT: "relayed" } } as const

describe("a candle", () => {
  it.effect("of a quiet symbol is closed by the clock, between 2 and 2.5 seconds after its minute", () =>
    live({ symbols: ["AAPL"] }, function* ({ relayed, trade }) {
      yield* pass("10 seconds")
      yield* trade("AAPL", 150)
      yield* pass("51900 millis")
      assert.lengthOf(relayed(), 0)
      yield* pass("600 millis")
      assert.lengthOf(relayed(), 1)
    })
  )

  it.effect("of a quiet symbol is not held back by a feed that lags: its clock lags alike", () =>
    live({ symbols: ["AAPL"] }, function* ({ broker, byLabel, relayed }) {
      const quarterAgo = start - 900_000
      broker.push({ ticker: "AAPL", timestamp: quarterAgo, price: 150 })
      yield* pass("61500 millis")
      broker.push({ ticker: "AAPL", timestamp: quarterAgo + 59_900, price: 151 })
      assert.deepInclude(byLabel("frames_total", "outcome"), { accepted: 2, late: 0 })
      assert.lengthOf(relayed(), 0)
      yield* pass("2500 millis")
      assert.lengthOf(relayed(), 1)
    })
  )

  it.effect("is not closed before its ticks have come, though the delay of the feed grows", () =>
    live({ symbols: ["AAPL"] }, function* ({ broker, byLabel, trade }) {
      yield* trade("AAPL", 150)
      yield* pass("10 seconds")
      // From now on ticks are ten seconds old.
      for (let second = 0; second < 90; second++) {
        broker.push({ ticker: "AAPL", timestamp: start + second * 1_000, price: 151 })
        yield* pass("1 second")
      }
      assert.deepInclude(byLabel("frames_total", "outcome"), { accepted: 91, late: 0 })
    })
  )

  it.effect("holds all ticks of its minute and tells of them", () =>
    live({ symbols: ["AAPL", "MSFT"], ...open }, function* ({ relayed, trade }) {
      for (const price of [150, 153, 149, 151]) {
        yield* trade("AAPL", price)
        yield* trade("MSFT", price * 3)
        yield* pass("15 seconds")
      }
      yield* pass("5 seconds")
      const prices = { open: 150, high: 153, low: 149, close: 151 }
      const [apple, microsoft] = seen(relayed())
      assert.deepInclude(apple, { ticker: "AAPL", timestamp: "2025-07-23T13:30:00", ticks: 4, ...prices })
      assert.deepInclude(microsoft, { ticker: "MSFT", open: 450, high: 459, low: 447, close: 453, ticks: 4 })
    })
  )

  it.effect("that was open when the connection was lost is partial, and so is the one at its return", () =>
    live({ symbols: ["AAPL"] }, function* ({ broker, relayed, trade }) {
      yield* pass("1 second")
      for (let minute = 0; minute < 4; minute++) {
        yield* trade("AAPL", 150 + minute)
        if (minute === 1) broker.drop("going away")
        yield* pass("30 seconds")
        yield* trade("AAPL", 150 + minute)
        yield* pass("30 seconds")
      }
      yield* pass("10 seconds")
      assert.deepStrictEqual(
        seen(relayed()).map(({ close, partial }) => [close, partial]),
        [
          [150, true],
          [151, true],
          [152, false],
          [153, false]
        ]
      )
    })
  )

  it.effect("that ended during an outage is closed by the clock none the less", () =>
    live({ symbols: ["AAPL"] }, function* ({ broker, metrics, trade }) {
      yield* trade("AAPL", 150)
      yield* pass("1 second")
      broker.refuse("down")
      broker.drop("going away")
      yield* pass("62 seconds")
      assert.strictEqual(metrics.total("candles_closed_total"), 1)
    })
  )

  it.effect("is not made of what comes after its symbol was removed", () =>
    live({ symbols: ["AAPL"] }, function* ({ byLabel, metrics, redis, trade }) {
      yield* trade("AAPL", 150)
      redis.remove("scanner:latest:AAPL")
      yield* pass("15 seconds")
      yield* trade("AAPL", 151)
      yield* pass("2 minutes")
      assert.strictEqual(metrics.total("candles_closed_total"), 0)
      assert.deepInclude(byLabel("frames_total", "outcome"), { accepted: 1, unwatched: 1 })
      assert.strictEqual(metrics.total("stocks_monitored"), 0)
      assert.deepStrictEqual(byLabel("candles_dropped_total", "reason"), { unwatched: 1 })
    })
  )

  it.effect("of a symbol that came back begins a new history", () =>
    live({ symbols: ["AAPL"] }, function* ({ redis, relayed, trade }) {
      yield* pass("1 second")
      yield* trade("AAPL", 150)
      redis.remove("scanner:latest:AAPL")
      yield* pass("15 seconds")
      redis.add("scanner:latest:AAPL")
      yield* pass("15 seconds")
      yield* trade("AAPL", 160)
      yield* pass("33 seconds")
      assert.deepInclude(seen(relayed())[0], { open: 160, ticks: 1, partial: true })
      assert.lengthOf(relayed(), 1)
    })
  )
})

describe("a tick", () => {
  it.effect("dated more than a minute ahead of the clock is refused, and counted as that", () =>
    live({ symbols: ["AAPL"] }, function* ({ broker, byLabel }) {
      broker.push({ ticker: "AAPL", timestamp: start + 60_000, price: 150 })
      broker.push({ ticker: "AAPL", timestamp: start + 60_001, price: 150 })
      assert.deepInclude(byLabel("frames_total", "outcome"), { accepted: 1, time_ahead: 1 })
      yield* pass("1 second")
      broker.push({ ticker: "AAPL", timestamp: start + 61_000, price: 150 })
      assert.deepInclude(byLabel("frames_total", "outcome"), { accepted: 2, time_ahead: 1 })
    })
  )

  it.effect("that comes after its candle closed is late, and counted as that", () =>
    live({ symbols: ["AAPL"] }, function* ({ broker, byLabel, trade }) {
      yield* trade("AAPL", 150)
      yield* pass("70 seconds")
      broker.push({ ticker: "AAPL", timestamp: start + 30_000, price: 150 })
      assert.deepInclude(byLabel("frames_total", "outcome"), { accepted: 1, late: 1 })
    })
  )
})

describe("readiness follows the ticks", () => {
  it.effect("not ready before the first, ready with it, not ready when they stay away too long", () =>
    live({ symbols: ["AAPL"], environment: { STALE_AFTER: "30s" } }, function* ({ readiness, trade }) {
      yield* pass("1 second")
      assert.deepInclude(yield* readiness, { status: "failing", ticks: "failing: none accepted yet" })
      yield* trade("AAPL", 150)
      yield* pass("250 millis")
      assert.deepInclude(yield* readiness, { status: "ok", ticks: "ok: the last was accepted 0.0 s ago" })
      yield* pass("30 seconds")
      assert.deepInclude(yield* readiness, { status: "ok" })
      yield* pass("250 millis")
      assert.deepInclude(yield* readiness, {
        status: "failing",
        ticks: "failing: the last was accepted 30.3 s ago"
      })
    })
  )

  it.effect("missed in the log once, and welcomed back", () =>
    live({ symbols: ["AAPL"], environment: { STALE_AFTER: "10s" } }, function* ({ log, trade }) {
      yield* trade("AAPL", 150)
      yield* pass("2 minutes")
      yield* trade("AAPL", 151)
      yield* pass("2 seconds")
      assert.deepStrictEqual(
        log.filter(({ text }) => /tick/i.test(text)).map(({ level, text }) => `${level}: ${text}`),
        ["Warn: No tick for 10s; the service is not ready", "Info: Ticks come again, or none is expected"]
      )
    })
  )

  it.effect("ready without any when no symbol is watched", () =>
    live({}, function* ({ readiness }) {
      yield* pass("1 hour")
      assert.deepInclude(yield* readiness, { status: "ok", ticks: "ok: none expected: no symbol is watched" })
    })
  )
})
