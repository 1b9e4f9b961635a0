import { defineDetector, noMatch } from "@mjolnir/core"

import { isBearish, isBullish } from "./candleKind.ts"
import { reversalConfidence } from "./reversalConfidence.ts"
import { noSettings } from "./setting.ts"

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
  params: noSettings,
  history: 4,
  detect: (window) => {
    const close = window.close(0)
    if (!(close < window.open(1) && window.close(2) < window.close(1))) return noMatch
    if (!(isBearish(window, 0) && isBullish(window, 1) && isBullish(window, 2) && isBearish(window, 3))) return noMatch
    const initialLow = window.low(3)
    const bounceHigh = window.high(1)
    const bounce = bounceHigh - initialLow
    const breakdown = bounce === 0 ? 0 : (bounceHigh - close) / bounce
    return [
      {
        pattern: "BEARISH_REVERSAL",
        direction: "bearish",
        confidence: reversalConfidence(window.volume(0) > window.volume(1), close < window.close(2), breakdown),
        trigger: 0,
        price: close,
        anchors: [3, 2, 1, 0],
        metadata: {
          candles_involved: 4,
          initial_low: initialLow,
          bounce_high: bounceHigh,
          breakdown_strength: breakdown
        }
      }
    ]
  }
})
