import { type BonusBands, type BonusLadder, bonusAbove, bonusUpTo, bonusWithin } from "./bonus.ts"

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
  let confidence = 0.6
  confidence += bonusAbove(poleGainBonus, poleGain)
  confidence += bonusWithin(pullbackBonus, pullback)
  confidence += bonusUpTo(flagRangeBonus, flagRange)
  confidence += bonusWithin(lengthRatioBonus, poleLength / flagLength)
  return Math.min(confidence, 1)
}

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
