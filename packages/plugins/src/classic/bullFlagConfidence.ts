import type { RuleScore } from "@mjolnir/core"

import { type BonusBands, type BonusLadder, bonusAbove, bonusUpTo, bonusWithin } from "./bonus.ts"
import type { BullFlagShape } from "./bullFlagShape.ts"
import { bandScore, baseScore, ladderScore, withinBounds } from "./ruleScores.ts"

/**
 * Confidence in a bull flag, capped at 1: a strong pole, a pullback of about half of it and a narrow flag that is not
 * much longer than the pole are good signs.
 *
 * The classic rules of the service that Mjolnir replaces.
 */
export const bullFlagConfidence = (
  poleLength: number,
  flagLength: number,
  poleGain: number,
  pullback: number,
  flagRange: number
): number => {
  // Sums of floating-point numbers depend on their order: keep it.
  let confidence = baseConfidence
  confidence += bonusAbove(poleGainBonus, poleGain)
  confidence += bonusWithin(pullbackBonus, pullback)
  confidence += bonusUpTo(flagRangeBonus, flagRange)
  confidence += bonusWithin(lengthRatioBonus, poleLength / flagLength)
  return Math.min(confidence, 1)
}

/** The same, rule by rule. */
export const bullFlagRules = ({
  flagLength,
  flagRange,
  poleGain,
  poleLength,
  pullback
}: BullFlagShape): ReadonlyArray<RuleScore> =>
  withinBounds([
    baseScore(baseConfidence),
    ladderScore("rise of the pole", poleGainBonus, poleGain, "above"),
    bandScore("part of the pole given back", pullbackBonus, pullback),
    ladderScore("height of the flag", flagRangeBonus, flagRange, "up to"),
    bandScore("pole to flag in candles", lengthRatioBonus, poleLength / flagLength)
  ])

const baseConfidence = 0.6

const poleGainBonus: BonusLadder = [
  { limit: 0.08, bonus: 0.15 },
  { limit: 0.05, bonus: 0.1 },
  { limit: 0.03, bonus: 0.05 }
]

const pullbackBonus: BonusBands = [
  { from: 0.35, to: 0.55, bonus: 0.15 },
  { from: 0.25, to: 0.65, bonus: 0.1 },
  { from: 0.15, to: 0.75, bonus: 0.05 }
]

const flagRangeBonus: BonusLadder = [
  { limit: 0.05, bonus: 0.1 },
  { limit: 0.08, bonus: 0.05 }
]

const lengthRatioBonus: BonusBands = [{ from: 0.3, to: 2, bonus: 0.05 }]
