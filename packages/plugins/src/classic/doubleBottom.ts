import { defineDetector, line, noMatch, point } from "@mjolnir/core"

import {
  doublePeakConfidence,
  doublePeakParams,
  doublePeakRules,
  findDoublePeak,
  shortestDoublePeak,
  shoulder
} from "./doublePeak.ts"
import { doubleBottomDescription } from "./patternDescriptions.ts"

/**
 * Two neighbouring lows of the same depth with a peak between them, reported when three candles have passed without
 * undercutting the second one.
 *
 * The service that Mjolnir replaces announces this pattern but has no rules for it: these are its double top's, upside
 * down.
 */
export const doubleBottom = defineDetector({
  name: "double-bottom",
  version: "1.0.0",
  summary: "The price turns up twice at the same low",
  emits: ["DOUBLE_BOTTOM"],
  patterns: { DOUBLE_BOTTOM: doubleBottomDescription },
  params: doublePeakParams,
  history: ({ span }) => span,
  warmUp: shortestDoublePeak,
  priceScale: "absolute",
  detect: (window, _state, { tolerance }) => {
    const found = findDoublePeak(window, "upsideDown", tolerance)
    if (found === undefined) return noMatch
    const firstLow = found.firstPeak
    const price = window.low(shoulder)
    return [
      {
        pattern: "DOUBLE_BOTTOM",
        direction: "bullish",
        confidence: doublePeakConfidence,
        trigger: shoulder,
        price,
        anchors: [firstLow, found.valley, shoulder],
        metadata: { candles_involved: 3, support_level: (window.low(firstLow) + price) / 2 }
      }
    ]
  },
  annotate: ({ anchors: [first, valley = first, second = first] }, window) => [
    line("support", [first, window.low(first)], [second, window.low(second)]),
    line("neckline", [first, window.high(valley)], [0, window.high(valley)]),
    point("first bottom", first, window.low(first)),
    point("peak", valley, window.high(valley)),
    point("second bottom", second, window.low(second))
  ],
  explain: ({ anchors: [first] }, window, { tolerance }) =>
    doublePeakRules(Math.abs(window.low(first) - window.low(shoulder)), tolerance)
})
