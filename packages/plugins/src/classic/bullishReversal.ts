import { defineDetector, line, noMatch, point, zone } from "@mjolnir/core"
import { Schema } from "effect"

import { isBearish, isBullish } from "./candleKind.ts"
import { bullishReversalDescription } from "./patternDescriptions.ts"
import { rawConfidence, reversalConfidence, reversalRules } from "./reversalConfidence.ts"

/**
 * A rise, a pullback of two bearish candles with falling closes, and a bullish candle that closes above the open of
 * the second one.
 *
 * The classic rules of the service that Mjolnir replaces.
 */
export const bullishReversal = defineDetector({
  name: "bullish-reversal",
  version: "1.0.0",
  summary: "A bullish candle takes back the second of two falling ones after a rise",
  emits: ["BULLISH_REVERSAL"],
  patterns: { BULLISH_REVERSAL: bullishReversalDescription },
  params: Schema.Struct({}),
  history: 4,
  priceScale: "absolute",
  detect: (window) => {
    const close = window.close(0)
    if (!(close > window.open(1) && window.close(2) > window.close(1))) return noMatch
    if (!(isBullish(window, 0) && isBearish(window, 1) && isBearish(window, 2) && isBullish(window, 3))) return noMatch
    const initialHigh = window.high(3)
    const pullbackLow = window.low(1)
    const recovery = recoveryOf(initialHigh, pullbackLow, close)
    const confidence = reversalConfidence(window.volume(0) > window.volume(1), close > window.close(2), recovery)
    return [
      {
        pattern: "BULLISH_REVERSAL",
        direction: "bullish",
        confidence: Math.max(0, confidence),
        trigger: 0,
        price: close,
        anchors: [3, 2, 1, 0],
        metadata: {
          candles_involved: 4,
          initial_high: initialHigh,
          pullback_low: pullbackLow,
          recovery_strength: recovery,
          ...rawConfidence(confidence)
        }
      }
    ]
  },
  annotate: (_match, window) => [
    zone("rise", 3, 3, window.low(3), window.high(3)),
    zone("pullback", 2, 1, Math.min(window.low(2), window.low(1)), Math.max(window.high(2), window.high(1))),
    line("level to take back", [1, window.open(1)], [0, window.open(1)]),
    point("reversal", 0, window.close(0))
  ],
  explain: (_match, window) =>
    reversalRules(
      [window.volume(0), window.volume(1)],
      [window.close(0), window.close(2)],
      recoveryOf(window.high(3), window.low(1), window.close(0))
    )
})

/** The part of the way from high to low that the close has won back. */
const recoveryOf = (high: number, low: number, close: number): number =>
  high === low ? 0 : (close - low) / (high - low)
