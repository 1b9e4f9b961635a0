import { defineDetector, noMatch } from "@mjolnir/core"

import { isBearish, isBullish } from "./candleKind.ts"
import { reversalConfidence } from "./reversalConfidence.ts"
import { noSettings } from "./setting.ts"

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
  params: noSettings,
  history: 4,
  detect: (window) => {
    const close = window.close(0)
    if (!(close > window.open(1) && window.close(2) > window.close(1))) return noMatch
    if (!(isBullish(window, 0) && isBearish(window, 1) && isBearish(window, 2) && isBullish(window, 3))) return noMatch
    const initialHigh = window.high(3)
    const pullbackLow = window.low(1)
    const pullback = initialHigh - pullbackLow
    const recovery = pullback === 0 ? 0 : (close - pullbackLow) / pullback
    return [
      {
        pattern: "BULLISH_REVERSAL",
        direction: "bullish",
        confidence: reversalConfidence(window.volume(0) > window.volume(1), close > window.close(2), recovery),
        trigger: 0,
        price: close,
        anchors: [3, 2, 1, 0],
        metadata: {
          candles_involved: 4,
          initial_high: initialHigh,
          pullback_low: pullbackLow,
          recovery_strength: recovery
        }
      }
    ]
  }
})
