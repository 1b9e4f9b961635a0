import { defineDetector, noMatch } from "@mjolnir/core"
import { Schema } from "effect"

import { isBullish } from "./candleKind.ts"
import { setting } from "./setting.ts"

/**
 * Two candles stop at the same high and a bullish third closes above both.
 *
 * The classic rules of the service that Mjolnir replaces.
 */
export const flatTopBreakout = defineDetector({
  name: "flat-top-breakout",
  version: "1.0.0",
  summary: "Two candles with the same high, then a bullish close above it",
  emits: ["FLAT_TOP_BREAKOUT"],
  params: Schema.Struct({
    /** How far apart, in quote currency, two highs may be and still count as the same. */
    tolerance: setting(0.01)
  }),
  history: 3,
  // The replaced service looked at nothing before a symbol's fourth candle.
  warmUp: 4,
  detect: (window, { tolerance }) => {
    const close = window.close(0)
    const resistance = Math.max(window.high(2), window.high(1))
    if (!(close > resistance && Math.abs(window.high(2) - window.high(1)) <= tolerance)) return noMatch
    if (!isBullish(window, 0)) return noMatch
    const volume = window.volume(0)
    const strength = (close - resistance) / resistance
    let confidence = baseConfidence
    if (volume > Math.max(window.volume(2), window.volume(1))) confidence += volumeBonus
    confidence += Math.min(strength * strengthWeight, largestStrengthBonus)
    return [
      {
        pattern: "FLAT_TOP_BREAKOUT",
        direction: "bullish",
        confidence: Math.min(confidence, 1),
        trigger: 0,
        price: close,
        anchors: [2, 1, 0],
        metadata: {
          candles_involved: 3,
          resistance_level: resistance,
          breakout_volume: volume,
          breakout_strength: strength
        }
      }
    ]
  }
})

const baseConfidence = 0.6
const volumeBonus = 0.2
/** A breakout 2 % above the resistance earns the whole bonus. */
const strengthWeight = 10
const largestStrengthBonus = 0.2
