import { assert, describe, it } from "@effect/vitest"
import { defineDetector } from "@mjolnir/core"
import { Schema } from "effect"

import { live, type LiveService, pass } from "../support/service.ts"

/** Tells every candle of five minutes. */
const fives = defineDetector({
  name: "fives",
  version: "1.0.0",
  summary: "Sees every candle of five minutes",
  emits: ["FIVE"],
  params: Schema.Struct({}),
  history: 1,
  intervals: ["5m"],
  detect: (window) => [
    {
      pattern: "FIVE",
      direction: "neutral",
      confidence: 0.9,
      trigger: 0,
      price: window.close(0),
      anchors: [0],
      metadata: { ticks: window.ticks(0) }
    }
  ]
})

const found = ({ relayed }: LiveService) => relayed().map(({ price, timestamp }) => [timestamp, price])

describe("the higher candle of a symbol that has gone quiet", () => {
  it.effect("closes with its last minute, once the grace for late ticks is over", () =>
    live({ symbols: ["AAPL"], detectors: [fives] }, function* (service) {
      yield* service.trade("AAPL", 10)
      yield* pass("1 minute")
      yield* service.trade("AAPL", 11)
      yield* pass("4 minutes")
      yield* pass("1 second")
      assert.deepStrictEqual(found(service), [])
      yield* pass("1500 millis")
      assert.deepStrictEqual(found(service), [["2025-07-23T13:30:00", 11]])
    })
  )

  it.effect("holds a tick of its last minute that was late and came within the grace", () =>
    live({ symbols: ["AAPL"], detectors: [fives] }, function* (service) {
      yield* service.trade("AAPL", 10)
      yield* pass("301 seconds")
      yield* service.trade("AAPL", 12, { timestamp: Date.parse("2025-07-23T13:34:59.500Z") })
      yield* pass("4 seconds")
      assert.deepStrictEqual(found(service), [["2025-07-23T13:30:00", 12]])
    })
  )

  it.effect("is told of once, also when the symbol goes on", () =>
    live({ symbols: ["AAPL"], detectors: [fives] }, function* (service) {
      yield* service.trade("AAPL", 10)
      yield* pass("6 minutes")
      yield* service.trade("AAPL", 20)
      yield* pass("5 minutes")
      assert.deepStrictEqual(found(service), [
        ["2025-07-23T13:30:00", 10],
        ["2025-07-23T13:35:00", 20]
      ])
    })
  )
})
