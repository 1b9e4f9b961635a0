import { type CandleWindow, defineDetector, line, noMatch, point } from "@mjolnir/core"
import { Schema } from "effect"

import { setting } from "../setting.ts"
import { isBullish } from "./candleKind.ts"
import { flatTopBreakoutDescription } from "./patternDescriptions.ts"
import { baseScore, scoreAbove, scoreUpTo, withinBounds } from "./ruleScores.ts"

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
  patterns: { FLAT_TOP_BREAKOUT: flatTopBreakoutDescription },
  params: Schema.Struct({
    tolerance: setting("How far apart, in quote currency, two highs may be and still count as the same", 0.01)
  }),
  // Three would do, but the replaced service looked at nothing before a symbol's fourth candle.
  history: 4,
  priceScale: "absolute",
  detect: (window, _state, { tolerance }) => {
    const close = window.close(0)
    const resistance = resistanceOf(window)
    if (!(close > resistance && Math.abs(window.high(2) - window.high(1)) <= tolerance)) return noMatch
    if (!isBullish(window, 0)) return noMatch
    const volume = window.volume(0)
    const strength = (close - resistance) / resistance
    let confidence = baseConfidence
    if (volume > volumeBefore(window)) confidence += volumeBonus
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
  },
  annotate: (_match, window) => {
    const resistance = resistanceOf(window)
    return [
      line("resistance", [2, resistance], [0, resistance]),
      point("first high", 2, window.high(2)),
      point("second high", 1, window.high(1)),
      point("breakout", 0, window.close(0))
    ]
  },
  explain: (_match, window) => {
    const resistance = resistanceOf(window)
    const strength = (window.close(0) - resistance) / resistance
    return withinBounds([
      baseScore(baseConfidence),
      scoreAbove("more volume than before", window.volume(0), volumeBefore(window), volumeBonus),
      scoreUpTo("close above the resistance", strength, largestStrengthBonus / strengthWeight, largestStrengthBonus)
    ])
  },
  nearMisses: (window, _state, { tolerance }) => {
    const resistance = resistanceOf(window)
    const apart = Math.abs(window.high(2) - window.high(1))
    const breaksOut = window.close(0) > resistance && isBullish(window, 0)
    // Highs that are a little less equal than they should be, or a bullish candle that only reaches the resistance.
    const nearlyEqual = breaksOut && apart > tolerance && apart <= nearTolerances * tolerance
    const nearlyOut = apart <= tolerance && !breaksOut && isBullish(window, 0) && window.high(0) >= resistance
    if (!nearlyEqual && !nearlyOut) return noMatch
    const rules = [
      { rule: "equal highs", value: apart, threshold: tolerance, score: nearlyEqual ? 0 : baseConfidence },
      { rule: "close above the resistance", value: window.close(0), threshold: resistance, score: 0 }
    ]
    return [
      { pattern: "FLAT_TOP_BREAKOUT", rules, broken: [nearlyEqual ? "equal highs" : "close above the resistance"] }
    ]
  }
})

/** How many tolerances apart two highs may be and still be nearly equal. */
const nearTolerances = 3

const resistanceOf = (window: CandleWindow): number => Math.max(window.high(2), window.high(1))

const volumeBefore = (window: CandleWindow): number => Math.max(window.volume(2), window.volume(1))

const baseConfidence = 0.6
const volumeBonus = 0.2
/** A breakout 2 % above the resistance earns the whole bonus. */
const strengthWeight = 10
const largestStrengthBonus = 0.2
