import { type CandleWindow, defineDetector, line, noMatch, type RuleScore, zone } from "@mjolnir/core"
import { Schema } from "effect"

import { setting } from "../setting.ts"
import { type BonusBands, type BonusLadder, bonusFrom, bonusUpTo, bonusWithin } from "./bonus.ts"
import { bearFlagDescription } from "./patternDescriptions.ts"
import { bandScore, baseScore, ladderScore, withinBounds } from "./ruleScores.ts"

/**
 * A steep fall of five candles (the pole), then five that win a part of it back in a narrow range (the flag). It is
 * reported before the price leaves the flag.
 *
 * The classic rules of the service that Mjolnir replaces, which noticed a bear flag one candle late.
 */
export const bearFlag = defineDetector({
  name: "bear-flag",
  version: "1.0.0",
  summary: "A steep fall of five candles and a narrow recovery of five",
  emits: ["BEAR_FLAG"],
  patterns: { BEAR_FLAG: bearFlagDescription },
  params: Schema.Struct({
    minimumDecline: setting(
      "Least fall from the high of the pole's first candle to the low of its last, as a share of the high",
      0.08
    ),
    minimumRetrace: setting("Part of the fall that the flag's high must win back", 0.236),
    maximumRetrace: setting("Part of the fall that the flag's high may win back", 0.618),
    maximumFlagRange: setting("Largest height of the flag as a share of its low", 0.1)
  }),
  history: 10,
  priceScale: "relative",
  detect: (window, _state, { maximumFlagRange, maximumRetrace, minimumDecline, minimumRetrace }) => {
    const poleStart = window.high(oldest)
    const poleEnd = window.low(flagLength)
    const decline = (poleStart - poleEnd) / poleStart
    if (!(decline >= minimumDecline && decline > 0)) return noMatch
    const flagHigh = highest(window, flagLength)
    const flagLow = lowest(window, flagLength)
    const retrace = (flagHigh - poleEnd) / (poleStart - poleEnd)
    const flagRange = (flagHigh - flagLow) / flagLow
    if (!(retrace >= minimumRetrace && retrace <= maximumRetrace && flagRange <= maximumFlagRange)) return noMatch
    return [
      {
        pattern: "BEAR_FLAG",
        direction: "bearish",
        confidence: confidenceIn(decline, retrace, flagRange, volumeScore(window).score),
        trigger: 0,
        price: window.close(0),
        anchors: [oldest, flagLength, 0],
        metadata: {
          candles_involved: oldest + 1,
          flagpole_decline: decline,
          retrace_ratio: retrace,
          flag_range: flagRange,
          flag_high: flagHigh,
          flag_low: flagLow,
          flagpole_start: poleStart,
          flagpole_end: poleEnd,
          breakdown_target: flagLow,
          setup_type: "pre_breakdown"
        }
      }
    ]
  },
  annotate: (_match, window) => {
    const flagLow = lowest(window, flagLength)
    return [
      line("pole", [oldest, window.high(oldest)], [flagLength, window.low(flagLength)]),
      zone("flag", flagLength - 1, 0, flagLow, highest(window, flagLength)),
      line("breakdown", [flagLength - 1, flagLow], [0, flagLow])
    ]
  },
  explain: (_match, window) => {
    const poleStart = window.high(oldest)
    const poleEnd = window.low(flagLength)
    const flagHigh = highest(window, flagLength)
    const flagLow = lowest(window, flagLength)
    return withinBounds([
      baseScore(baseConfidence),
      ladderScore("fall of the pole", declineBonus, (poleStart - poleEnd) / poleStart, "from"),
      bandScore("part of the fall won back", retraceBonus, (flagHigh - poleEnd) / (poleStart - poleEnd)),
      ladderScore("height of the flag", flagRangeBonus, (flagHigh - flagLow) / flagLow, "up to"),
      volumeScore(window)
    ])
  }
})

const flagLength = 5
/** Age of the pole's first candle. */
const oldest = 9

const confidenceIn = (decline: number, retrace: number, flagRange: number, volumeBonus: number): number => {
  let confidence = baseConfidence
  confidence += bonusFrom(declineBonus, decline)
  confidence += bonusWithin(retraceBonus, retrace)
  confidence += bonusUpTo(flagRangeBonus, flagRange)
  confidence += volumeBonus
  return Math.min(confidence, 1)
}

const baseConfidence = 0.6

const declineBonus: BonusLadder = [
  { limit: 0.15, bonus: 0.2 },
  { limit: 0.1, bonus: 0.1 }
]

/** The golden retracement earns most, any other that is allowed something. */
const retraceBonus: BonusBands = [
  { from: 0.382, to: 0.5, bonus: 0.15 },
  { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, bonus: 0.05 }
]

const flagRangeBonus: BonusLadder = [
  { limit: 0.03, bonus: 0.1 },
  { limit: 0.05, bonus: 0.05 }
]

/** Volume should dry up in the flag. */
const volumeScore = (window: CandleWindow): RuleScore => {
  const poleMean = meanVolume(window, oldest, flagLength)
  const flagMean = meanVolume(window, flagLength - 1, 0)
  const rule = { rule: "more volume in the pole than in the flag", value: poleMean }
  if (poleMean > 1.5 * flagMean) return { ...rule, threshold: 1.5 * flagMean, score: 0.1 }
  return { ...rule, threshold: flagMean, score: poleMean > flagMean ? 0.05 : 0 }
}

const highest = (window: CandleWindow, candles: number): number => {
  let high = window.high(0)
  for (let age = 1; age < candles; age++) high = Math.max(high, window.high(age))
  return high
}

const lowest = (window: CandleWindow, candles: number): number => {
  let low = window.low(0)
  for (let age = 1; age < candles; age++) low = Math.min(low, window.low(age))
  return low
}

const meanVolume = (window: CandleWindow, older: number, newer: number): number => {
  let sum = 0
  for (let age = older; age >= newer; age--) sum += window.volume(age)
  return sum / (older - newer + 1)
}
