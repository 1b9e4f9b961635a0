import { assert, describe, it } from "@effect/vitest"
import { defineFeed } from "@mjolnir/core"
import { FeedDecoder } from "@mjolnir/core/ingest"
import { Effect, Result, Schema } from "effect"

import { ScriptedSink, refusing } from "../sinks/ScriptedSink.ts"
import { itemOf } from "../support/detections.ts"
import { byLabel } from "../support/metrics.ts"
import { settled } from "../support/service.ts"
import { delivering, idsOf } from "./delivering.ts"

const anyFeed = () => {
  const feed = defineFeed({
    name: "made-up",
    version: "1.0.0",
    summary: "Says nothing",
    params: Schema.Struct({}),
    decode: () => ({ _tag: "Ignored" })
  })
  return new FeedDecoder(Result.getOrThrow(feed.configure({})))
}

describe("the delivery of detections", () => {
  it.effect("reaches the broker's outbox within the call when no scorer is to be asked", () =>
    delivering({}, function* ({ delivery, offer, out }) {
      offer(itemOf("a"))
      assert.deepStrictEqual(idsOf(out), ["a"])
      assert.strictEqual(delivery.size(), 0)
      yield* Effect.void
    })
  )

  it.effect("reaches the broker's outbox and every sink", () => {
    const sinks = [new ScriptedSink("one"), new ScriptedSink("other")]
    return delivering({ sinks }, function* ({ offer, out }) {
      offer(itemOf("a"))
      yield* settled
      assert.deepStrictEqual([idsOf(out), ...sinks.map(({ delivered }) => delivered)], [["a"], ["a"], ["a"]])
    })
  })

  it.effect("reaches the broker's outbox whatever becomes of the sinks", () => {
    const sink = new ScriptedSink("failing")
    sink.deliver = refusing("disk full")
    return delivering({ sinks: [sink] }, function* ({ offer, out }) {
      for (const id of ["a", "b"]) offer(itemOf(id))
      yield* settled
      assert.deepStrictEqual(idsOf(out), ["a", "b"])
    })
  })

  it.effect("gives a sink the detection and its candle, and nothing else", () => {
    const sink = new ScriptedSink("curious")
    const seen: Array<ReadonlyArray<string>> = []
    sink.deliver = async (delivery) => void seen.push(Object.keys(delivery))
    return delivering({ sinks: [sink] }, function* ({ offer }) {
      offer(itemOf("a"))
      yield* settled
      assert.deepStrictEqual(seen, [["detection", "candle"]])
    })
  })
})

describe("the delivery of detections of a feed plugin", () => {
  it.effect("reaches the sinks alone, for the feed takes none", () => {
    const sink = new ScriptedSink("one")
    return delivering({ feed: anyFeed(), sinks: [sink] }, function* ({ log, offer, out }) {
      offer(itemOf("a"))
      yield* settled
      assert.deepStrictEqual([idsOf(out), sink.delivered, log], [[], ["a"], []])
    })
  })

  it.effect("goes nowhere without a sink, which is said at the start and counted", () =>
    delivering({ feed: anyFeed() }, function* ({ log, metrics, offer, out }) {
      offer(itemOf("a"))
      yield* settled
      assert.deepStrictEqual(idsOf(out), [])
      assert.deepStrictEqual(byLabel(metrics, "detections_dropped_total", "reason"), { no_destination: 1 })
      assert.deepStrictEqual(log, [
        {
          level: "Warn",
          text:
            "Detections go nowhere: the feed made-up@1.0.0 takes none, and no sink is loaded. " +
            "Load a plugin with a sink"
        }
      ])
    })
  )
})
