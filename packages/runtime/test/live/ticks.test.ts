import { assert, describe, it } from "@effect/vitest"
import { defineDetector, noMatch } from "@mjolnir/core"
import { Schema } from "effect"

import { everyCandle } from "../support/detectors.ts"
import { live, type LiveService, pass } from "../support/service.ts"

/** Tells each price of the forming candle that is above the close before. */
const above = defineDetector({
  name: "above",
  version: "1.0.0",
  summary: "The price is above the close before",
  emits: ["ABOVE"],
  params: Schema.Struct({}),
  history: 1,
  on: "tick",
  detect: ({ closed, forming }) =>
    forming.last > closed.close(0)
      ? [{ pattern: "ABOVE", direction: "bullish", confidence: 0.9, price: forming.last, anchors: [0] }]
      : noMatch
})

const above10 = ({ relayed }: LiveService) =>
  relayed().flatMap(({ metadata, pattern, price }) => (pattern === "above" ? [{ price, metadata }] : []))

describe("a detector of ticks", () => {
  it.effect("sees the forming candle within 50 ms, and what it finds is published as provisional", () =>
    live({ symbols: ["AAPL"], detectors: [above] }, function* (service) {
      yield* service.trade("AAPL", 10)
      yield* pass("63 seconds")
      yield* service.trade("AAPL", 11)
      assert.lengthOf(above10(service), 0)
      yield* pass("50 millis")
      const [found, ...others] = above10(service)
      assert.lengthOf(others, 0)
      assert.strictEqual(found?.price, 11)
      assert.propertyVal(found?.metadata, "provisional", true)
    })
  )

  it.effect("sees ticks that come together as one", () => {
    const seen: Array<number> = []
    const watching = defineDetector({
      name: "watching",
      version: "1.0.0",
      summary: "Sees the forming candle",
      emits: ["SEEN"],
      params: Schema.Struct({}),
      history: 1,
      on: "tick",
      detect: ({ forming }) => {
        seen.push(forming.ticksSoFar)
        return noMatch
      }
    })
    return live({ symbols: ["AAPL"], detectors: [watching] }, function* ({ trade }) {
      yield* trade("AAPL", 10)
      yield* pass("63 seconds")
      for (const price of [11, 12, 13]) yield* trade("AAPL", price)
      yield* pass("1 second")
      yield* trade("AAPL", 14)
      yield* pass("1 second")
      assert.deepStrictEqual(seen, [3, 4])
    })
  })

  it.effect("sees a candle only when the one before it has closed", () =>
    live({ symbols: ["AAPL"], detectors: [above, everyCandle] }, function* (service) {
      yield* service.trade("AAPL", 10)
      yield* pass("61 seconds")
      yield* service.trade("AAPL", 11)
      yield* pass("500 millis")
      assert.lengthOf(service.relayed(), 0)
      yield* pass("1 second")
      assert.deepStrictEqual(
        service.relayed().map(({ pattern, price }) => [pattern, price]),
        [
          ["seen", 10],
          ["above", 11]
        ]
      )
    })
  )
})
