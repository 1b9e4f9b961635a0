import type { MatchMetadata, RuleScore } from "@mjolnir/core"

import { baseScore, scoreAbove, scoreUpTo, withinBounds } from "./ruleScores.ts"

/**
 * Confidence in a reversal, capped at 1. `strength` is the part of the move before that the last candle has won back.
 * It can be far below 0 when a price gap lies between the candles, and so can the result.
 *
 * The classic rules of the service that Mjolnir replaces.
 */
export const reversalConfidence = (volumeRises: boolean, passesFirstClose: boolean, strength: number): number => {
  let confidence = baseConfidence
  if (volumeRises) confidence += volumeBonus
  if (passesFirstClose) confidence += firstCloseBonus
  confidence += Math.min(strengthWeight * strength, strengthWeight)
  return Math.min(confidence, 1)
}

/** For the metadata: the confidence that was too low to be one, if it was. */
export const rawConfidence = (confidence: number): MatchMetadata =>
  confidence < 0 ? { raw_confidence: confidence } : {}

/** The same, rule by rule. */
export const reversalRules = (
  volume: readonly [last: number, before: number],
  passesFirstClose: readonly [further: number, than: number],
  strength: number
): ReadonlyArray<RuleScore> =>
  withinBounds([
    baseScore(baseConfidence),
    scoreAbove("more volume than before", volume[0], volume[1], volumeBonus),
    scoreAbove("close beyond the first one of the pause", passesFirstClose[0], passesFirstClose[1], firstCloseBonus),
    scoreUpTo("part of the pause taken back", strength, 1, strengthWeight)
  ])

const baseConfidence = 0.5
const volumeBonus = 0.15
const firstCloseBonus = 0.15
/** What winning back the whole move is worth, and the most that strength can be worth. */
const strengthWeight = 0.2
