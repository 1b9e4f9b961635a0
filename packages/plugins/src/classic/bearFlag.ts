import { type CandleWindow, defineDetector, noMatch } from "@mjolnir/core"
import { Schema } from "effect"

import { type BonusBands, type BonusLadder, bonusFrom, bonusUpTo, bonusWithin } from "./bonus.ts"
import { setting } from "./setting.ts"

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
  params: Schema.Struct({
    /** Least fall from the high of the pole's first candle to the low of its last, as a share of the high. */
    minimumDecline: setting(0.08),
    /** Part of the fall that the flag's high must and may win back. */
    minimumRetrace: setting(0.236),
    maximumRetrace: setting(0.618),
    /** Largest height of the flag as a share of its low. */
    maximumFlagRange: setting(0.1)
  }),
  history: 10,
  detect: (window, { maximumFlagRange, maximumRetrace, minimumDecline, minimumRetrace }) => {
    const poleStart = window.high(oldest)
    const poleEnd = window.low(flagLength)
    const decline = (poleStart - poleEnd) / poleStart
    if (!(decline >= minimumDecline && decline > 0)) return noMatch
    let flagHigh = window.high(0)
    let flagLow = window.low(0)
    for (let age = 1; age < flagLength; age++) {
      flagHigh = Math.max(flagHigh, window.high(age))
      flagLow = Math.min(flagLow, window.low(age))
    }
    const retrace = (flagHigh - poleEnd) / (poleStart - poleEnd)
    const flagRange = (flagHigh - flagLow) / flagLow
    if (!(retrace >= minimumRetrace && retrace <= maximumRetrace && flagRange <= maximumFlagRange)) return noMatch
    return [
      {
        pattern: "BEAR_FLAG",
        direction: "bearish",
        confidence: confidenceIn(decline, retrace, flagRange, volumeBonus(window)),
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
  }
})

const flagLength = 5
/** Age of the pole's first candle. */
const oldest = 9

const confidenceIn = (decline: number, retrace: number, flagRange: number, volumeBonus: number): number => {
  let confidence = 0.6
  confidence += bonusFrom(declineBonus, decline)
  confidence += bonusWithin(retraceBonus, retrace)
  confidence += bonusUpTo(flagRangeBonus, flagRange)
  confidence += volumeBonus
  return Math.min(confidence, 1)
}

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
const volumeBonus = (window: CandleWindow): number => {
  const poleMean = meanVolume(window, oldest, flagLength)
  const flagMean = meanVolume(window, flagLength - 1, 0)
  if (poleMean > 1.5 * flagMean) return 0.1
  return poleMean > flagMean ? 0.05 : 0
}

const meanVolume = (window: CandleWindow, older: number, newer: number): number => {
  let sum = 0
  for (let age = older; age >= newer; age--) sum += window.volume(age)
  return sum / (older - newer + 1)
}
