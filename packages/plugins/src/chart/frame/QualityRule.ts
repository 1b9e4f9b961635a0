import type { RuleScore } from "@mjolnir/core"

/** How much a measure of a shape adds to its confidence. */
interface QualityRule {
  /** What the rule asks for, in words. */
  readonly rule: string
  /** The measure that is worth nothing, and the one from which on it is worth all; either may be the greater. */
  readonly nothingAt: number
  readonly allAt: number
  /** What it is worth at the most. */
  readonly weight: number
}

/** The rules of a detector by name; with what the shape alone is worth, their weights sum to 1 at the most. */
export type QualityRules<Rule extends string> = Readonly<Record<Rule, QualityRule>>

/** What a shape is worth that keeps all conditions and excels in none. */
export const shapeWorth = 0.4

/** What each rule adds for what was measured, in the order of the table; the scores sum to the confidence. */
export const qualityScores = <Rule extends string>(
  rules: QualityRules<Rule>,
  measured: Readonly<Record<Rule, number>>
): ReadonlyArray<RuleScore> => {
  const scores: Array<RuleScore> = [{ rule: "the shape is there", value: 1, threshold: 1, score: shapeWorth }]
  for (const name in rules) {
    const { allAt, nothingAt, rule, weight } = rules[name]
    const value = measured[name]
    const share = Math.min(1, Math.max(0, (value - nothingAt) / (allAt - nothingAt)))
    scores.push({ rule, value, threshold: allAt, score: weight * share })
  }
  return scores
}

/** The confidence that the scores sum to. */
export const confidenceOf = (scores: ReadonlyArray<RuleScore>): number =>
  Math.min(
    1,
    scores.reduce((sum, { score }) => sum + score, 0)
  )
