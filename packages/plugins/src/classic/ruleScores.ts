import type { RuleScore } from "@mjolnir/core"

import { type BonusBands, type BonusLadder, bandOf, stepAbove, stepFrom, stepUpTo } from "./bonus.ts"

/** What a match is worth before any rule has looked at it. */
export const baseScore = (score: number): RuleScore => ({ rule: "the pattern is there", value: 1, threshold: 1, score })

/** A rule that either holds or does not, and is worth something when `value` exceeds `threshold`. */
export const scoreAbove = (rule: string, value: number, threshold: number, score: number): RuleScore => ({
  rule,
  value,
  threshold,
  score: value > threshold ? score : 0
})

/** A rule of which the whole `score` is won at `threshold`, and below it that part of it which `value` is of it. */
export const scoreUpTo = (rule: string, value: number, threshold: number, score: number): RuleScore => ({
  rule,
  value,
  threshold,
  score: Math.min((value / threshold) * score, score)
})

/** What the steps of a ladder are worth to a value that should exceed, reach or stay below their limits. */
export const ladderScore = (
  rule: string,
  ladder: BonusLadder,
  value: number,
  wanted: "above" | "from" | "up to"
): RuleScore => {
  const step = { above: stepAbove, from: stepFrom, "up to": stepUpTo }[wanted](ladder, value)
  const threshold = step?.limit ?? ladder.at(-1)?.limit ?? 0
  return { rule, value, threshold, score: step?.bonus ?? 0 }
}

/** What the bands are worth to a value that lies in one of them. */
export const bandScore = (rule: string, bands: BonusBands, value: number): RuleScore => {
  const band = bandOf(bands, value)
  const { from } = band ?? bands.at(-1) ?? { from: 0 }
  return { rule, value, threshold: Number.isFinite(from) ? from : value, score: band?.bonus ?? 0 }
}

/** The scores and, when they sum to more than 1 or less than 0, what keeps the confidence within 0 and 1. */
export const withinBounds = (rules: ReadonlyArray<RuleScore>): ReadonlyArray<RuleScore> => {
  const sum = rules.reduce((total, { score }) => total + score, 0)
  if (sum > 1) return [...rules, { rule: "at most 1", value: sum, threshold: 1, score: 1 - sum }]
  return sum < 0 ? [...rules, { rule: "at least 0", value: sum, threshold: 0, score: -sum }] : rules
}
