import { type HarmonicSettings, toleranceOf } from "./harmonicParams.ts"
import type { RatioName } from "./HarmonicPoints.ts"
import { allowedFactor, logRatioError, rounding } from "./logRatioError.ts"
import type { Limit, Measure, RatioForm, RatioRow } from "./RatioRow.ts"

/**
 * The form of a pattern that the pivots up to C fit, each ratio within its tolerance and limits; undefined when they fit
 * none. It takes plain numbers, for it is asked at a good part of all candles.
 */
export const formOfC = (
  row: RatioRow,
  wxa: number,
  xab: number,
  abc: number,
  settings: HarmonicSettings
): RatioForm | undefined => {
  const form = nearestForm(row, abc)
  for (const measure of form.untilC) {
    if (!isAllowed(measure, pick(measure.ratio, wxa, xab, abc), settings)) return undefined
  }
  for (const limit of row.limits) {
    if (!isOfD(limit) && !isWithinLimit(limit, pick(limit.ratio, wxa, xab, abc))) return undefined
  }
  return form
}

/** The form whose C is nearest: no two of a pattern count for the same pivots. */
export const nearestForm = ({ forms }: RatioRow, abc: number): RatioForm => {
  let nearest = forms[0]
  if (forms.length === 1) return nearest
  let least = Number.POSITIVE_INFINITY
  for (const form of forms) {
    for (const measure of form.untilC) {
      if (measure.ratio !== "abc") continue
      const error = logRatioError(measure, abc)
      if (!(error < least)) continue
      least = error
      nearest = form
    }
  }
  return nearest
}

/** True for what D takes part in. */
export const isOfD = ({ ratio }: Limit | Measure): boolean => ratio !== "wxa" && ratio !== "xab" && ratio !== "abc"

/** Whether a ratio is what it should be, give or take the tolerance. */
const isAllowed = (measure: Measure, ratio: number, settings: HarmonicSettings): boolean => {
  const factor = allowedFactor(toleranceOf(measure.ratio, settings))
  return ratio >= measure.from / factor && ratio <= measure.to * factor
}

/** Whether a ratio keeps a limit, which only rounding widens. */
const isWithinLimit = ({ least = 0, most = Number.POSITIVE_INFINITY }: Limit, ratio: number): boolean =>
  ratio >= least * (1 - rounding) && ratio <= most * (1 + rounding)

const pick = (name: RatioName, wxa: number, xab: number, abc: number): number =>
  name === "wxa" ? wxa : name === "xab" ? xab : abc
