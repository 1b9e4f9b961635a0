import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"

import { MarketSocket } from "../../src/services/MarketSocket.ts"
import { FakeMarketSocket } from "../../src/testing/FakeMarketSocket.ts"

/** A connection to the fake broker, and the hand on it. */
const connected = Effect.gen(function* () {
  const broker = yield* FakeMarketSocket
  const socket = yield* MarketSocket
  const connection = yield* socket.connect("ws://broker.invalid", () => {})
  return { broker, send: (frame: object) => connection.send(JSON.stringify(frame)) }
})

const subscribe = (symbol: string) => ({ type: "subscribe", topic: `stock:${symbol}` })
const unsubscribe = (symbol: string) => ({ type: "unsubscribe", topic: `stock:${symbol}` })

describe("FakeMarketSocket", () => {
  it.effect("tells which stocks are subscribed", () =>
    Effect.gen(function* () {
      const { broker, send } = yield* connected
      yield* send(subscribe("AAPL"))
      broker.expectSubscribed("AAPL")
      broker.expectNotSubscribed("MSFT")
      assert.throws(() => broker.expectNotSubscribed("AAPL"), "AAPL is not subscribed")
      assert.throws(
        () => broker.expectSubscribed("MSFT"),
        [
          "MSFT is subscribed",
          '  expected: {"type":"subscribe","topic":"stock:MSFT"}',
          "  actual:   ",
          '    {"type":"subscribe","topic":"stock:AAPL"}'
        ].join("\n")
      )
    }).pipe(Effect.scoped, Effect.provide(FakeMarketSocket.layer))
  )

  it.effect("goes by the last that was asked for a stock", () =>
    Effect.gen(function* () {
      const { broker, send } = yield* connected
      yield* send(subscribe("AAPL"))
      yield* send(unsubscribe("AAPL"))
      broker.expectNotSubscribed("AAPL")
      yield* send(subscribe("AAPL"))
      broker.expectSubscribed("AAPL")
    }).pipe(Effect.scoped, Effect.provide(FakeMarketSocket.layer))
  )

  it.effect("finds a frame by some of its fields", () =>
    Effect.gen(function* () {
      const { broker, send } = yield* connected
      broker.expectNotSent()
      yield* send({ type: "publish", topic: "pattern_detection", data: { symbol: "AAPL", confidence: 0.9 } })
      broker.expectSent({ topic: "pattern_detection", data: { symbol: "AAPL" } })
      broker.expectNotSent({ data: { symbol: "MSFT" } })
      assert.throws(() => broker.expectSent({ data: { symbol: "MSFT" } }), '"confidence":0.9')
      assert.throws(() => broker.expectNotSent(), "the broker is not sent such a frame")
    }).pipe(Effect.scoped, Effect.provide(FakeMarketSocket.layer))
  )
})
