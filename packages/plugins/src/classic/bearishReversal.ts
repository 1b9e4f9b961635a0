import { defineDetector, line, noMatch, point, zone } from "@mjolnir/core"
import { Schema } from "effect"

import { isBearish, isBullish } from "./candleKind.ts"
import { bearishReversalDescription } from "./patternDescriptions.ts"
import { rawConfidence, reversalConfidence, reversalRules } from "./reversalConfidence.ts"

/**
 * A fall, a bounce of two bullish candles with rising closes, and a bearish candle that closes below the open of the
 * second one.
 *
 * The classic rules of the service that Mjolnir replaces, which reported the pattern anew with every candle until it
 * left the window; here it is reported once, at the candle that completes it.
 */
export const bearishReversal = defineDetector({
  name: "bearish-reversal",
  version: "1.0.0",
  summary: "A bearish candle takes back the second of two rising ones after a fall",
  emits: ["BEARISH_REVERSAL"],
  patterns: { BEARISH_REVERSAL: bearishReversalDescription },
  params: Schema.Struct({}),
  history: 4,
  priceScale: "absolute",
  detect: (window) => {
    const close = window.close(0)
    if (!(close < window.open(1) && window.close(2) < window.close(1))) return noMatch
    if (!(isBearish(window, 0) && isBullish(window, 1) && isBullish(window, 2) && isBearish(window, 3))) return noMatch
    const initialLow = window.low(3)
    const bounceHigh = window.high(1)
    const breakdown = breakdownOf(initialLow, bounceHigh, close)
    const confidence = reversalConfidence(window.volume(0) > window.volume(1), close < window.close(2), breakdown)
    return [
      {
        pattern: "BEARISH_REVERSAL",
        direction: "bearish",
        confidence: Math.max(0, confidence),
        trigger: 0,
        price: close,
        anchors: [3, 2, 1, 0],
        metadata: {
          candles_involved: 4,
          initial_low: initialLow,
          bounce_high: bounceHigh,
          breakdown_strength: breakdown,
          ...rawConfidence(confidence)
        }
      }
    ]
  },
  annotate: (_match, window) => [
    zone("fall", 3, 3, window.low(3), window.high(3)),
    zone("bounce", 2, 1, Math.min(window.low(2), window.low(1)), Math.max(window.high(2), window.high(1))),
    line("level to take back", [1, window.open(1)], [0, window.open(1)]),
    point("reversal", 0, window.close(0))
  ],
  explain: (_match, window) =>
    reversalRules(
      [window.volume(0), window.volume(1)],
      [window.close(2), window.close(0)],
      breakdownOf(window.low(3), window.high(1), window.close(0))
    )
})

/** The part of the way from low to high that the close has taken back. */
const breakdownOf = (low: number, high: number, close: number): number =>
  high === low ? 0 : (high - close) / (high - low)
