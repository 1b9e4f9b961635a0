import { Schema } from "effect"

import type { Detection, TriggerCandle } from "../domain/Detection.ts"
import { intervalMillis } from "../domain/Interval.ts"
import { MatchMetadata } from "../domain/Match.ts"
import { patternTopic } from "./BrokerMessage.ts"

/** Who says so, as consumers know it. */
const messageSource = "k8s_pattern_detector"

/**
 * The documented message: `{"type":"pattern_detected","data":{…}}`. Prices have 2 decimals, confidence 4; `timestamp`
 * is the start of the trigger candle in UTC. `id` recognises a repeated delivery; a `provisional` one may still be denied,
 * by the end of its candle or by later ones.
 */
export const DocumentedDetection = Schema.Struct({
  type: Schema.Literal("pattern_detected"),
  data: Schema.Struct({
    id: Schema.optionalKey(Schema.String),
    symbol: Schema.String,
    pattern_type: Schema.String,
    confidence: Schema.Finite,
    trigger_price: Schema.Finite,
    timestamp: Schema.String,
    candle_data: Schema.Struct({
      open: Schema.Finite,
      high: Schema.Finite,
      low: Schema.Finite,
      close: Schema.Finite,
      volume: Schema.Finite
    }),
    source: Schema.String,
    provisional: Schema.optionalKey(Schema.Literal(true))
  })
})
export type DocumentedDetection = typeof DocumentedDetection.Type

/** How urgent a relayed detection is. */
const AlertLevel = Schema.Literals(["low", "medium", "high"])

/**
 * The message that a topic broker relays: `{"topic":"pattern_detection","data":{…}}`, of which subscribers see `data`.
 * Price and confidence have 2 decimals; figures in `metadata` are unrounded; `metadata.id` recognises a repeat, and
 * `metadata.provisional` says that later ticks or candles may still deny it.
 */
export const RelayedDetection = Schema.Struct({
  topic: Schema.Literal(patternTopic),
  data: Schema.Struct({
    ticker: Schema.String,
    pattern: Schema.String,
    pattern_display_name: Schema.String,
    price: Schema.Finite,
    timestamp: Schema.String,
    confidence: Schema.Finite,
    alert_level: AlertLevel,
    message: Schema.String,
    is_bullish: Schema.Boolean,
    is_bearish: Schema.Boolean,
    direction: Schema.String,
    metadata: MatchMetadata
  })
})
export type RelayedDetection = typeof RelayedDetection.Type

/** The documented message of a detection. */
export const documentedDetection = (detection: Detection, candle: TriggerCandle): DocumentedDetection => ({
  type: "pattern_detected",
  data: {
    id: detection.id,
    symbol: detection.symbol,
    pattern_type: detection.pattern,
    confidence: rounded(detection.confidence, 4),
    trigger_price: rounded(detection.triggerPrice, 2),
    timestamp: `${isoSeconds(detection.time)}.${milliseconds(detection.time)}000`,
    candle_data: {
      open: rounded(candle.open, 2),
      high: rounded(candle.high, 2),
      low: rounded(candle.low, 2),
      close: rounded(candle.close, 2),
      volume: candle.volume
    },
    source: messageSource,
    ...provisional(detection)
  }
})

/** The message of a detection that a topic broker relays. */
export const relayedDetection = (detection: Detection): RelayedDetection => {
  const { symbol, pattern, direction, confidence, triggerPrice, time, interval, metadata } = detection
  const displayName = pattern.split("_").map(capitalised).join(" ")
  const price = triggerPrice.toFixed(2)
  return {
    topic: patternTopic,
    data: {
      ticker: symbol,
      pattern: pattern.toLowerCase(),
      pattern_display_name: displayName,
      price: Number(price),
      timestamp: isoSeconds(time),
      confidence: rounded(confidence, 2),
      alert_level: confidence > 0.8 ? "high" : confidence > 0.6 ? "medium" : "low",
      message: `${displayName} detected for ${symbol} at $${price} (${(confidence * 100).toFixed(0)}% confidence)`,
      is_bullish: direction === "bullish",
      is_bearish: direction === "bearish",
      direction,
      metadata: {
        detection_type: "natural",
        duration_minutes: intervalMillis[interval] / intervalMillis["1m"],
        stage: 1,
        ...metadata,
        source: messageSource,
        id: detection.id,
        ...provisional(detection)
      }
    }
  }
}

const provisional = (detection: Detection) => (detection.provisional === true ? { provisional: true as const } : {})

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))

const isoSeconds = (time: number): string => new Date(time).toISOString().slice(0, 19)

const milliseconds = (time: number): string => new Date(time).toISOString().slice(20, 23)

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
