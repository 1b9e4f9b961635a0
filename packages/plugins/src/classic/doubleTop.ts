import { defineDetector, line, noMatch, point } from "@mjolnir/core"

import {
  doublePeakConfidence,
  doublePeakParams,
  doublePeakRules,
  findDoublePeak,
  shortestDoublePeak,
  shoulder
} from "./doublePeak.ts"
import { doubleTopDescription } from "./patternDescriptions.ts"

/**
 * Two neighbouring peaks of the same height with a valley between them, reported when three candles have passed
 * without exceeding the second one.
 *
 * The classic rules of the service that Mjolnir replaces.
 */
export const doubleTop = defineDetector({
  name: "double-top",
  version: "1.0.0",
  summary: "The price turns down twice at the same high",
  emits: ["DOUBLE_TOP"],
  patterns: { DOUBLE_TOP: doubleTopDescription },
  params: doublePeakParams,
  history: ({ span }) => span,
  warmUp: shortestDoublePeak,
  priceScale: "absolute",
  detect: (window, _state, { tolerance }) => {
    const found = findDoublePeak(window, "upright", tolerance)
    if (found === undefined) return noMatch
    const { firstPeak, valley } = found
    const price = window.high(shoulder)
    return [
      {
        pattern: "DOUBLE_TOP",
        direction: "bearish",
        confidence: doublePeakConfidence,
        trigger: shoulder,
        price,
        anchors: [firstPeak, valley, shoulder],
        metadata: { candles_involved: 3, resistance_level: (window.high(firstPeak) + price) / 2 }
      }
    ]
  },
  annotate: ({ anchors: [first, valley = first, second = first] }, window) => [
    line("resistance", [first, window.high(first)], [second, window.high(second)]),
    line("neckline", [first, window.low(valley)], [0, window.low(valley)]),
    point("first top", first, window.high(first)),
    point("valley", valley, window.low(valley)),
    point("second top", second, window.high(second))
  ],
  explain: ({ anchors: [first] }, window, { tolerance }) =>
    doublePeakRules(Math.abs(window.high(first) - window.high(shoulder)), tolerance)
})
