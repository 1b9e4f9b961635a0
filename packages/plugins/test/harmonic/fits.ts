import { type HarmonicPoints, ratioOf } from "../../src/harmonic/HarmonicPoints.ts"
import type { RatioRow } from "../../src/harmonic/RatioRow.ts"

/** Whether these pivots with this D are the pattern, each ratio on its own within the tolerance and the limits. */
export const fits = (row: RatioRow, points: HarmonicPoints, d: number, tolerance: number): boolean =>
  Object.values(errorsOf(row, points, d)).every((error) => error <= tolerance) &&
  row.limits.every(({ least = 0, most = Number.POSITIVE_INFINITY, ratio }) => {
    const measured = ratioOf(ratio, points, d)
    return measured >= least - rounding && measured <= most + rounding
  })

/** How far each ratio of a pattern is off, by name; of several forms that of the nearest C counts. */
export const errorsOf = ({ forms }: RatioRow, points: HarmonicPoints, d: number): Readonly<Record<string, number>> => {
  const inForms = forms.map(({ ofD, untilC }) =>
    Object.fromEntries(
      [...untilC, ...ofD].map(({ from, ratio, to }) => {
        const log = Math.log(ratioOf(ratio, points, d))
        return [ratio, Math.max(0, Math.log(from) - log, log - Math.log(to))]
      })
    )
  )
  const [nearest = {}] = inForms.toSorted((one, other) => (one["abc"] ?? 0) - (other["abc"] ?? 0))
  return nearest
}

/** Sums of decimal fractions are off by about this much. */
const rounding = 1e-9
