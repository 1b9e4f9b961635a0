import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import type { Detection } from "../../src/domain/Detection.ts"
import { type DetectionFields, detectionWith } from "../../src/testing/detectionWith.ts"
import {
  DocumentedDetection,
  documentedDetection,
  RelayedDetection,
  relayedDetection
} from "../../src/wire/DetectionMessages.ts"

const detectionOf = (changes: DetectionFields = {}): Detection =>
  detectionWith({
    symbol: "SMX",
    detector: "bull-flag@1.0.0",
    pattern: "BULL_FLAG",
    direction: "bullish",
    confidence: 0.7251,
    triggerPrice: 4.7449,
    time: Date.parse("2025-07-23T13:46:00Z"),
    confirmedAt: Date.parse("2025-07-23T13:47:00Z"),
    anchors: [Date.parse("2025-07-23T13:40:00Z")],
    metadata: { candles_involved: 7, flag_range: 0.03658536585365848, valid: true },
    ...changes
  })

const candle = { open: 4.7812, high: 4.9, low: 4.7, close: 4.7449, volume: 1_200 }

describe("the documented message of a detection", () => {
  it("has the documented keys, prices of 2 decimals, a confidence of 4, and the trigger candle's start in UTC", () => {
    assert.deepStrictEqual<unknown>(documentedDetection(detectionOf({ confidence: 0.72514999 }), candle), {
      type: "pattern_detected",
      data: {
        id: "0123456789abcdef0123456789abcdef",
        symbol: "SMX",
        pattern_type: "BULL_FLAG",
        confidence: 0.7251,
        trigger_price: 4.74,
        timestamp: "2025-07-23T13:46:00.000000",
        candle_data: { open: 4.78, high: 4.9, low: 4.7, close: 4.74, volume: 1_200 },
        source: "k8s_pattern_detector"
      }
    })
  })

  it("is read back by its Schema, with or without an id", () => {
    const message = documentedDetection(detectionOf(), candle)
    assert.deepStrictEqual(Schema.decodeUnknownSync(DocumentedDetection)(JSON.parse(JSON.stringify(message))), message)
    const { id: _, ...data } = message.data
    assert.isTrue(Schema.is(DocumentedDetection)({ ...message, data }))
  })
})

describe("the relayed message of a detection", () => {
  it("is what the service that Mjolnir replaces published, and an id in the metadata", () => {
    assert.deepStrictEqual<unknown>(relayedDetection(detectionOf({ confidence: 1, triggerPrice: 4.74 })), {
      topic: "pattern_detection",
      data: {
        ticker: "SMX",
        pattern: "bull_flag",
        pattern_display_name: "Bull Flag",
        price: 4.74,
        timestamp: "2025-07-23T13:46:00",
        confidence: 1,
        alert_level: "high",
        message: "Bull Flag detected for SMX at $4.74 (100% confidence)",
        is_bullish: true,
        is_bearish: false,
        direction: "bullish",
        metadata: {
          detection_type: "natural",
          duration_minutes: 1,
          stage: 1,
          source: "k8s_pattern_detector",
          id: "0123456789abcdef0123456789abcdef",
          candles_involved: 7,
          flag_range: 0.03658536585365848,
          valid: true
        }
      }
    })
  })

  it("is high above 0.8, medium above 0.6, else low, by the unrounded confidence", () => {
    const levels = [0.8000000000000002, 0.8, 0.6000000000000001, 0.6, 0].map(
      (confidence) => relayedDetection(detectionOf({ confidence })).data.alert_level
    )
    assert.deepStrictEqual(levels, ["high", "medium", "medium", "low", "low"])
  })

  it("tells the length of the candle in minutes", () => {
    const { metadata } = relayedDetection(detectionOf({ interval: "1h" })).data
    assert.strictEqual(metadata["duration_minutes"], 60)
  })

  it("is neither bullish nor bearish when the direction is neutral", () => {
    const { data } = relayedDetection(detectionOf({ direction: "neutral" }))
    assert.deepStrictEqual([data.is_bullish, data.is_bearish, data.direction], [false, false, "neutral"])
  })

  it("keeps its id and source whatever the detector puts into the metadata", () => {
    const { metadata } = relayedDetection(detectionOf({ metadata: { id: "mine", source: "me", stage: 2 } })).data
    assert.deepInclude(metadata, { id: "0123456789abcdef0123456789abcdef", source: "k8s_pattern_detector", stage: 2 })
  })

  it("is read back by its Schema", () => {
    const message = relayedDetection(detectionOf())
    assert.deepStrictEqual(Schema.decodeUnknownSync(RelayedDetection)(JSON.parse(JSON.stringify(message))), message)
  })
})

describe("the messages of a provisional detection", () => {
  const detection = detectionOf({ provisional: true })

  it("say so: the documented one in its data, the relayed one in its metadata", () => {
    assert.strictEqual(documentedDetection(detection, candle).data.provisional, true)
    assert.strictEqual(relayedDetection(detection).data.metadata["provisional"], true)
    assert.notProperty(documentedDetection(detectionOf(), candle).data, "provisional")
    assert.notProperty(relayedDetection(detectionOf()).data.metadata, "provisional")
  })

  it("are read back by their Schemas", () => {
    for (const [schema, message] of [
      [DocumentedDetection, documentedDetection(detection, candle)],
      [RelayedDetection, relayedDetection(detection)]
    ] as const) {
      assert.deepStrictEqual<unknown>(Schema.decodeUnknownSync(schema)(JSON.parse(JSON.stringify(message))), message)
    }
  })
})
