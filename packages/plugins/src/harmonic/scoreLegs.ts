import type { RuleScore } from "@mjolnir/core"

import { type HarmonicSettings, toleranceOf } from "./harmonicParams.ts"
import { ratioOf } from "./HarmonicPoints.ts"
import type { HarmonicSetup } from "./HarmonicSetup.ts"
import { logRatioError, nearestWanted } from "./logRatioError.ts"
import type { Measure } from "./RatioRow.ts"
import { ratioText } from "./ratioText.ts"

/**
 * What each ratio of a pattern is worth, in the order of the table: an equal part of 0.9, of which half is lost in
 * proportion as its error takes up its tolerance. So a confirmed pattern is worth 0.45 to 0.9.
 *
 * While the pattern is potential the ratios of D are not known: each is worth two thirds of its part, whatever it would be
 * if price turned here.
 */
export const scoreLegs = (
  { form, points, row }: HarmonicSetup,
  d: number,
  stage: "confirmed" | "potential",
  settings: HarmonicSettings
): ReadonlyArray<RuleScore> => {
  const part = whole / (form.untilC.length + form.ofD.length)
  const score = (measure: Measure, isKnown: boolean): RuleScore => {
    const ratio = ratioOf(measure.ratio, points, d)
    const used = Math.min(1, logRatioError(measure, ratio) / toleranceOf(measure.ratio, settings))
    return {
      rule: ratioText(row, measure.ratio),
      value: ratio,
      threshold: nearestWanted(measure, ratio),
      score: part * (isKnown ? 1 - lostAtTolerance * used : unknown)
    }
  }
  return [
    ...form.untilC.map((measure) => score(measure, true)),
    ...form.ofD.map((measure) => score(measure, stage === "confirmed"))
  ]
}

/** What the scores of a match sum to. */
export const confidenceOf = (scores: ReadonlyArray<RuleScore>): number =>
  scores.reduce((sum, { score }) => sum + score, 0)

const whole = 0.9
const lostAtTolerance = 0.5
const unknown = 2 / 3
