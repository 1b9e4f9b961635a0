import { assert, describe, it } from "@effect/vitest"
import { epochMillis, StockSymbol } from "@mjolnir/core"
import { type MarketConnection, MarketSocketError, Metrics, Outbox, type OutboxItem } from "@mjolnir/core/services"
import { Effect, Fiber, Layer } from "effect"

import { Broker } from "../../src/feed/Broker.ts"
import { publishDetections } from "../../src/feed/publishDetections.ts"
import { layerConfigOf } from "../support/config.ts"
import { byLabel } from "../support/metrics.ts"
import { settled } from "../support/service.ts"

const item = (id: string): OutboxItem => ({
  detection: {
    id,
    symbol: StockSymbol.make("AAPL"),
    interval: "1m",
    detector: "made-up@1.0.0",
    pattern: "SEEN",
    direction: "bullish",
    confidence: 0.9,
    triggerPrice: 10,
    time: epochMillis(0),
    confirmedAt: epochMillis(60_000),
    anchors: [],
    metadata: {}
  },
  candle: { open: 1, high: 1, low: 1, close: 1, volume: 1 },
  closedAt: performance.now()
})

const connectionOf = (send: MarketConnection["send"]): MarketConnection => ({
  send,
  ping: Effect.void,
  closed: Effect.never
})

const refused = new MarketSocketError({ url: "ws://broker", doing: "sending", reason: "the connection is not open" })

const layer = Outbox.layer.pipe(Layer.provideMerge(Layer.merge(Metrics.layer, layerConfigOf({ OUTBOX_CAPACITY: "2" }))))

const publishing = (send: MarketConnection["send"]) =>
  Effect.gen(function* () {
    return yield* publishDetections(connectionOf(send), new Broker(), "documented", yield* Outbox, yield* Metrics)
  })

describe("publishing", () => {
  it.effect("keeps in the outbox what could not be sent, and does not count it", () =>
    Effect.gen(function* () {
      const outbox = yield* Outbox
      const metrics = yield* Metrics
      outbox.offer(item("a"))
      const failure = yield* Effect.flip(publishing(() => refused))
      assert.strictEqual(failure.message, refused.message)
      assert.strictEqual(outbox.size(), 1)
      assert.strictEqual(metrics.total("detections_published_total"), 0)
    }).pipe(Effect.provide(layer))
  )

  it.effect("keeps in the outbox what was being sent when it was interrupted", () =>
    Effect.gen(function* () {
      const outbox = yield* Outbox
      outbox.offer(item("a"))
      const fibre = yield* Effect.forkChild(publishing(() => Effect.never))
      yield* settled
      yield* Fiber.interrupt(fibre)
      assert.strictEqual(outbox.size(), 1)
    }).pipe(Effect.provide(layer))
  )

  it.effect("sends the next only when the one before was taken", () =>
    Effect.gen(function* () {
      const outbox = yield* Outbox
      const sent: Array<string> = []
      outbox.offer(item("a"))
      outbox.offer(item("b"))
      yield* Effect.forkChild(
        publishing((frame) =>
          Effect.andThen(
            Effect.sync(() => sent.push(frame)),
            Effect.never
          )
        )
      )
      yield* settled
      assert.lengthOf(sent, 1)
      assert.include(sent[0], '"id":"a"')
    }).pipe(Effect.provide(layer))
  )

  it.effect("counts as dropped what the full outbox pushed out, and only that", () =>
    Effect.gen(function* () {
      const outbox = yield* Outbox
      for (const id of ["a", "b", "c"]) outbox.offer(item(id))
      assert.deepStrictEqual(byLabel(yield* Metrics, "detections_dropped_total", "reason"), { outbox_full: 1 })
      assert.strictEqual(outbox.size(), 2)
    }).pipe(Effect.provide(layer))
  )

  it.effect("counts as published alone what reaches the broker although the outbox ran over meanwhile", () =>
    Effect.gen(function* () {
      const outbox = yield* Outbox
      const metrics = yield* Metrics
      const sent: Array<string> = []
      outbox.offer(item("a"))
      outbox.offer(item("b"))
      const send = (frame: string) =>
        Effect.sync(() => {
          if (sent.push(frame) === 1) outbox.offer(item("c"))
        })
      yield* Effect.forkChild(publishing(send))
      yield* settled
      assert.deepStrictEqual(
        sent.map((frame) => /"id":"(.)"/.exec(frame)?.[1]),
        ["a", "b", "c"]
      )
      assert.strictEqual(metrics.total("detections_published_total"), 3)
      assert.strictEqual(metrics.total("detections_dropped_total"), 0)
      assert.strictEqual(outbox.size(), 0)
    }).pipe(Effect.provide(layer))
  )

  it.effect("counts as dropped what failed to be sent while the outbox ran over", () =>
    Effect.gen(function* () {
      const outbox = yield* Outbox
      const metrics = yield* Metrics
      outbox.offer(item("a"))
      outbox.offer(item("b"))
      const send = () =>
        Effect.andThen(
          Effect.sync(() => outbox.offer(item("c"))),
          refused
        )
      yield* Effect.flip(publishing(send))
      assert.strictEqual(metrics.total("detections_dropped_total"), 1)
      outbox.offer(item("d"))
      assert.strictEqual(metrics.total("detections_dropped_total"), 2)
      assert.strictEqual(outbox.size(), 2)
    }).pipe(Effect.provide(layer))
  )
})
