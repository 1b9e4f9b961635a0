import { type HarmonicPoints, ratioOf } from "./HarmonicPoints.ts"
import type { HarmonicRow } from "./harmonicRows.ts"
import { logRatioError } from "./logRatioError.ts"
import type { RatioForm } from "./RatioRow.ts"
import type { ReversalZone } from "./reversalZone.ts"

/** A harmonic pattern up to C, and the zone where its D is expected. */
export interface HarmonicSetup {
  readonly row: HarmonicRow
  readonly form: RatioForm
  readonly points: HarmonicPoints
  readonly zone: ReversalZone
}

/** How far the ratios of a pattern are off in all, when this is D. */
export const totalError = ({ form, points }: HarmonicSetup, d: number): number => {
  let error = 0
  for (const measure of form.untilC) error += logRatioError(measure, ratioOf(measure.ratio, points, d))
  for (const measure of form.ofD) error += logRatioError(measure, ratioOf(measure.ratio, points, d))
  return error
}
