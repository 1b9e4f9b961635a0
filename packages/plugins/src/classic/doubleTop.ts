import { defineDetector, noMatch } from "@mjolnir/core"

import { doublePeakParams, findDoublePeak, shortestDoublePeak, shoulder, upright } from "./doublePeak.ts"

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
  params: doublePeakParams,
  history: ({ span }) => span,
  warmUp: shortestDoublePeak,
  detect: (window, { tolerance }) => {
    const found = findDoublePeak(window, upright, tolerance)
    if (found === undefined) return noMatch
    const { firstPeak, valley } = found
    const price = window.high(shoulder)
    return [
      {
        pattern: "DOUBLE_TOP",
        direction: "bearish",
        confidence: 0.7,
        trigger: shoulder,
        price,
        anchors: [firstPeak, valley, shoulder],
        metadata: { candles_involved: 3, resistance_level: (window.high(firstPeak) + price) / 2 }
      }
    ]
  }
})
