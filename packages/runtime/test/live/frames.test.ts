import { assert, describe, it } from "@effect/vitest"
import type { FrameOutcome } from "@mjolnir/core/wire"

import { live, pass, start } from "../support/service.ts"

const tick = { ticker: "AAPL", timestamp: start, price: 150 }

/** Outcomes that take a service which is stopping, or the feed of a plugin. */
const elsewhere = ["refused", "ignored", "rejected", "feed_fault"] as const

/** One frame of each outcome of a running service on the built-in feed. */
const frames: Readonly<Record<Exclude<FrameOutcome, (typeof elsewhere)[number]>, unknown>> = {
  accepted: tick,
  late: { ...tick, timestamp: start - 300_000 },
  time_ahead: { ...tick, timestamp: start + 3_600_000 },
  unwatched: { ...tick, ticker: "MSFT" },
  info: { type: "info", message: "hello" },
  ack_subscribe: { type: "ack_subscribe", topic: "stock:AAPL", message: "ok" },
  ack_unsubscribe: { type: "ack_unsubscribe", topic: "stock:AAPL", message: "ok" },
  broker_error: { type: "error", message: "Malformed message or unknown type." },
  pattern: { topic: "pattern_detection", data: {} },
  unknown_form: { hello: "world" },
  not_json: "{",
  not_an_object: "[]",
  no_data: { topic: "stock:AAPL" },
  no_symbol: { timestamp: start, price: 1 },
  no_time: { ticker: "AAPL", price: 1 },
  no_price: { ticker: "AAPL", timestamp: start },
  bad_symbol: { ...tick, ticker: "NOT A SYMBOL" },
  absurd_time: { ...tick, timestamp: 1 },
  bad_price: { ...tick, price: -1 },
  bad_volume: { ...tick, volume: -1 },
  wrong_type: { ...tick, price: "150" }
}

describe("every frame", () => {
  it.effect("has exactly one outcome in the metrics", () =>
    live({ symbols: ["AAPL"], isSilent: true }, function* ({ broker, byLabel, metrics }) {
      for (const frame of Object.values(frames)) broker.push(frame)
      yield* pass("0 millis")
      const one = Object.fromEntries(Object.keys(frames).map((outcome) => [outcome, 1]))
      const none = Object.fromEntries(elsewhere.map((outcome) => [outcome, 0]))
      assert.deepStrictEqual(byLabel("frames_total", "outcome"), { ...one, ...none })
      assert.strictEqual(metrics.total("frames_total"), Object.keys(frames).length)
      assert.strictEqual(metrics.total("messages_processed_total"), 1)
    })
  )

  it.effect("of any other shape is counted as well", () =>
    live({ symbols: ["AAPL"], isSilent: true }, function* ({ broker, metrics }) {
      const shapes = [
        "",
        " ",
        "null",
        "0",
        "\u{feff}{}",
        "\0",
        '"text"',
        "{}",
        "[{}]",
        "x".repeat(100_000),
        '{"ticker":'
      ]
      for (const shape of shapes) broker.push(shape)
      yield* pass("0 millis")
      assert.strictEqual(metrics.total("frames_total"), shapes.length)
    })
  )
})

describe("the broker's error reply", () => {
  it.effect("is counted every time and logged once", () =>
    live({}, function* ({ broker, byLabel, log }) {
      for (let time = 0; time < 5; time++) broker.push({ type: "error", message: "Malformed message" })
      yield* pass("1 second")
      assert.deepStrictEqual(byLabel("errors_total", "kind"), { broker: 5 })
      assert.deepStrictEqual(
        log.filter(({ text }) => text.includes("complains")),
        [{ level: "Warn", text: "The broker complains: Malformed message" }]
      )
    })
  )

  it.effect("does not fill the log though it differs every time", () =>
    live({}, function* ({ broker, byLabel, log }) {
      for (let time = 0; time < 1_000; time++) broker.push({ type: "error", message: `Malformed at ${time}` })
      yield* pass("1 second")
      assert.deepStrictEqual(byLabel("errors_total", "kind"), { broker: 1_000 })
      assert.isAtMost(log.filter(({ text }) => text.includes("complains")).length, 20)
    })
  )

  it.effect("to a subscription leaves the connection as it is", () =>
    live({ symbols: ["AAPL"] }, function* ({ broker, relayed, trade }) {
      broker.push({ type: "error", message: "Not subscribed to stock:AAPL" })
      yield* trade("AAPL", 150)
      yield* pass("63 seconds")
      assert.strictEqual(broker.attempts(), 1)
      assert.lengthOf(relayed(), 1)
    })
  )
})
