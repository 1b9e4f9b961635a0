import { assert, describe, it } from "@effect/vitest"
import { Effect, Queue, Scope } from "effect"
import { WebSocket } from "ws"

import { LoopbackBroker } from "../../src/demo/LoopbackBroker.ts"

/** A client over a real socket: what it is sent, decoded, and whether it still lives. */
const connect = (url: string) =>
  Effect.gen(function* () {
    const received = yield* Queue.unbounded<unknown>()
    const closed = yield* Queue.unbounded<number>()
    const socket = yield* Effect.acquireRelease(
      Effect.sync(() => new WebSocket(url)),
      (opened) => Effect.sync(() => opened.terminate())
    )
    socket.on("error", () => {})
    socket.on("message", (data) => Queue.offerUnsafe(received, JSON.parse(String(data))))
    socket.on("close", (code) => Queue.offerUnsafe(closed, code))
    return {
      next: Queue.take(received),
      closed: Queue.take(closed),
      unread: () => Queue.sizeUnsafe(received),
      send: (frame: unknown) =>
        Effect.sync(() => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame)))
    }
  })

/** A client that has been greeted. */
const client = Effect.fnUntraced(function* (broker: LoopbackBroker["Service"]) {
  const opened = yield* connect(broker.url)
  assert.deepStrictEqual(yield* opened.next, {
    type: "info",
    message: "Connected to HERMES, on the loopback interface"
  })
  return opened
})

const subscribe = { type: "subscribe", topic: "stock:AAPL" }
const acknowledged = { type: "ack_subscribe", topic: "stock:AAPL", message: "Subscribed to stock:AAPL" }

describe("the loopback broker", () => {
  it.live("acknowledges every subscription, and an unsubscription once", () =>
    Effect.gen(function* () {
      const broker = yield* LoopbackBroker.make()
      const { next, send } = yield* client(broker)
      for (let time = 0; time < 2; time++) {
        yield* send(subscribe)
        assert.deepStrictEqual(yield* next, acknowledged)
      }
      assert.strictEqual(broker.subscribers("stock:AAPL"), 1)
      yield* send({ ...subscribe, type: "unsubscribe" })
      assert.deepStrictEqual(yield* next, {
        type: "ack_unsubscribe",
        topic: "stock:AAPL",
        message: "Unsubscribed from stock:AAPL"
      })
      assert.strictEqual(broker.subscribers("stock:AAPL"), 0)
      yield* send({ ...subscribe, type: "unsubscribe" })
      assert.deepStrictEqual(yield* next, { type: "error", message: "Not subscribed to stock:AAPL" })
    })
  )

  it.live("relays the data alone, to the subscribers of the topic alone, the sender included", () =>
    Effect.gen(function* () {
      const broker = yield* LoopbackBroker.make()
      const [subscriber, sender, stranger] = [yield* client(broker), yield* client(broker), yield* client(broker)]
      for (const each of [subscriber, sender]) {
        yield* each.send(subscribe)
        yield* each.next
      }
      yield* stranger.send({ ...subscribe, topic: "stock:aapl" })
      yield* stranger.next
      const data = { ticker: "AAPL", timestamp: 1_753_277_400_000, price: 150.25 }
      yield* sender.send({ topic: "stock:AAPL", data, sync: { server_time: 1 } })
      assert.deepStrictEqual([yield* subscriber.next, yield* sender.next], [data, data])
      broker.publish("stock:AAPL", null)
      assert.isNull(yield* subscriber.next)
      yield* broker.delivered
      assert.strictEqual(stranger.unread(), 0)
    })
  )

  it.live("answers anything else with an error", () =>
    Effect.gen(function* () {
      const broker = yield* LoopbackBroker.make()
      const { next, send } = yield* client(broker)
      const malformed = "Malformed message or unknown type. Expected subscribe, unsubscribe or a topic with data."
      for (const [frame, message] of [
        [{ type: "pattern_detected", data: { symbol: "AAPL" } }, malformed],
        [{ type: "subscribe" }, malformed],
        [{ type: "subscribe", topic: "" }, malformed],
        [{ topic: "stock:AAPL" }, malformed],
        ["{", "Message must be valid JSON."],
        ["[]", "Server error processing message: not a JSON object"]
      ] as const) {
        yield* send(frame)
        assert.deepStrictEqual(yield* next, { type: "error", message })
      }
    })
  )

  it.live("remembers published detections", () =>
    Effect.gen(function* () {
      const broker = yield* LoopbackBroker.make()
      const { next, send } = yield* client(broker)
      yield* send({ topic: "pattern_detection", data: { ticker: "AAPL" } })
      yield* send(subscribe)
      yield* next
      assert.deepStrictEqual(broker.detections, [{ ticker: "AAPL" }])
    })
  )

  it.live("says when all has been taken, also when clients come and go", () =>
    Effect.gen(function* () {
      const broker = yield* LoopbackBroker.make()
      yield* broker.delivered
      const { next, send, unread } = yield* client(broker)
      yield* send(subscribe)
      yield* next
      for (let price = 1; price <= 1_000; price++) broker.publish("stock:AAPL", { price })
      yield* broker.delivered
      assert.strictEqual(unread(), 1_000)
      yield* Effect.all([broker.delivered, broker.dropClients], { concurrency: "unbounded" })
    })
  )

  it.live("can be killed and started again on the same port", () =>
    Effect.gen(function* () {
      const first = yield* Scope.make()
      const { port, url } = yield* Scope.provide(LoopbackBroker.make(), first)
      const before = yield* connect(url)
      yield* before.next
      yield* Scope.close(first, yield* Effect.exit(Effect.void))
      assert.strictEqual(yield* before.closed, 1006)
      const again = yield* LoopbackBroker.make(port)
      assert.strictEqual(again.url, url)
      yield* client(again)
      const error = yield* Effect.flip(LoopbackBroker.make(port))
      assert.strictEqual(error._tag, "BrokerUnavailable")
    })
  )
})
