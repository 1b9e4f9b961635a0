import { assert, describe, it } from "@effect/vitest"
import { defineFeed } from "@mjolnir/core"
import { FeedDecoder } from "@mjolnir/core/ingest"
import { Result, Schema } from "effect"

import { ScriptedScorer } from "../scorers/ScriptedScorer.ts"
import { ScriptedSink, never, refusing } from "../sinks/ScriptedSink.ts"
import { live, type LiveService, pass, settled, start } from "../support/service.ts"

/** Trades AAPL in this minute and lets it close. */
function* minute({ trade }: LiveService) {
  yield* trade("AAPL", 150)
  yield* pass("63 seconds")
}

describe("a service with sinks", () => {
  it.effect("gives them what it publishes", () => {
    const sink = new ScriptedSink("archive")
    return live({ symbols: ["AAPL"], parts: { sinks: [sink] } }, function* (service) {
      yield* minute(service)
      assert.lengthOf(service.relayed(), 1)
      assert.lengthOf(sink.delivered, 1)
    })
  })

  it.effect("publishes though they fail, and stops in time though they never deliver", () => {
    const sink = new ScriptedSink("archive")
    sink.deliver = refusing("disk full")
    return live({ symbols: ["AAPL"], parts: { sinks: [sink] } }, function* (service) {
      yield* minute(service)
      assert.lengthOf(service.relayed(), 1)
      const ended = yield* service.stopping
      yield* pass("2900 millis")
      assert.isUndefined(ended.pollUnsafe())
      yield* pass("100 millis")
      assert.isDefined(ended.pollUnsafe())
      assert.deepStrictEqual(service.log.at(-1)?.level, "Error")
    })
  })

  it.effect("waits for them when it stops", () => {
    const sink = new ScriptedSink("archive")
    const { promise, resolve } = Promise.withResolvers<void>()
    sink.deliver = () => promise
    return live({ symbols: ["AAPL"], parts: { sinks: [sink] } }, function* (service) {
      yield* minute(service)
      const ended = yield* service.stopping
      yield* pass("1 second")
      assert.isUndefined(ended.pollUnsafe())
      resolve()
      yield* pass("10 millis")
      assert.isDefined(ended.pollUnsafe())
      assert.strictEqual(service.log.at(-1)?.text, "Stopped; everything was delivered")
    })
  })
})

describe("a service with a scorer that is asked", () => {
  it.effect("delivers the detection with its score", () => {
    const [scorer, sink] = [new ScriptedScorer("judge"), new ScriptedSink("archive")]
    const scores: Array<unknown> = []
    sink.deliver = async ({ detection }) => void scores.push(detection.scores)
    return live({ symbols: ["AAPL"], parts: { scorers: [scorer], sinks: [sink] } }, function* (service) {
      yield* minute(service)
      assert.deepStrictEqual(scores, [[{ scorer: "judge@1.0.0", model: "sure", probability: 1 }]])
      assert.lengthOf(service.relayed(), 1)
    })
  })

  it.effect("stops without waiting for it", () => {
    const scorer = new ScriptedScorer("judge")
    scorer.consult = never
    return live({ symbols: ["AAPL"], parts: { scorers: [scorer] } }, function* (service) {
      yield* service.trade("AAPL", 150)
      yield* pass("62300 millis")
      assert.deepStrictEqual([scorer.asked.length, service.relayed().length], [1, 0])
      const ended = yield* service.stopping
      yield* pass("20 millis")
      assert.isDefined(ended.pollUnsafe())
      assert.lengthOf(service.relayed(), 1)
    })
  })
})

describe("a service with a feed plugin", () => {
  const rows = defineFeed({
    name: "rows",
    version: "1.0.0",
    summary: "Frames are arrays of ticks",
    params: Schema.Struct({}),
    decode: (frame) => ({
      _tag: "Ticks",
      ticks: JSON.parse(frame).map(([symbol, time, price]: ReadonlyArray<unknown>) => ({ symbol, time, price }))
    }),
    subscribe: (symbol) => JSON.stringify(["+", symbol])
  })

  it.effect("finds in its frames what there is to find, and tells the sinks alone", () => {
    const sink = new ScriptedSink("archive")
    const feed = new FeedDecoder(Result.getOrThrow(rows.configure({})))
    return live(
      { symbols: ["AAPL", "MSFT"], isSilent: true, parts: { feed, sinks: [sink] } },
      function* ({ broker, byLabel, metrics }) {
        assert.deepStrictEqual(broker.received, [
          ["+", "AAPL"],
          ["+", "MSFT"]
        ])
        broker.push([
          ["AAPL", start, 150],
          ["MSFT", start, 90],
          ["MSFT", start, 0]
        ])
        yield* pass("63 seconds")
        yield* settled
        assert.lengthOf(sink.delivered, 2)
        assert.lengthOf(broker.received, 2)
        assert.strictEqual(metrics.total("messages_processed_total"), 2)
        assert.deepStrictEqual(byLabel("feed_ticks_total", "outcome"), { accepted: 2, bad_price: 1 })
      }
    )
  })
})
