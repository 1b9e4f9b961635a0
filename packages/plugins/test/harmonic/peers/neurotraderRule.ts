import { type HarmonicPoints, ratioOf } from "../../../src/harmonic/HarmonicPoints.ts"
import type { Measure } from "../../../src/harmonic/RatioRow.ts"

/** The pattern of the least error and that error; undefined when it is more than the threshold. */
export const neurotraderRule = (points: HarmonicPoints, d: number, threshold: number): Judged | undefined => {
  const judged = Object.keys(table).map((pattern): Judged => ({ pattern, error: neurotraderError(pattern, points, d) }))
  const [best] = judged.toSorted((one, other) => one.error - other.error)
  return best !== undefined && best.error <= threshold ? best : undefined
}

/** A pattern and how far it is off in all. */
interface Judged {
  readonly pattern: string
  readonly error: number
}

/**
 * The sum of the errors of the four ratios by neurotrader888/TechnicalAnalysisAutomation, `harmonic_patterns.py`: absolute
 * differences of logarithms, twice what a ratio is off a range by. Infinite when a leg has no length.
 */
export const neurotraderError = (pattern: string, points: HarmonicPoints, d: number, factor = 2): number =>
  (table[pattern] ?? []).reduce((sum, { from, ratio, to }) => {
    const measured = ratioOf(ratio, points, d)
    if (!(measured > 0)) return Number.POSITIVE_INFINITY
    const off = Math.max(0, Math.log(from / measured), Math.log(measured / to))
    return sum + (from === to ? off : factor * off)
  }, 0)

/** True for a pattern that neurotrader888 has. */
export const isInNeurotrader = (pattern: string): boolean => table[pattern] !== undefined

const ratios = ["xab", "abc", "bcd", "xad"] as const

/** XAB, ABC, BCD and XAD of a pattern. */
const row = (...bounds: ReadonlyArray<readonly [from: number, to?: number] | undefined>): ReadonlyArray<Measure> =>
  bounds.flatMap((each, index) => {
    const ratio = ratios[index]
    return each === undefined || ratio === undefined ? [] : [{ ratio, from: each[0], to: each[1] ?? each[0] }]
  })

/* oxlint-disable oxc/approx-constant -- the figures of the source */
const table: Readonly<Record<string, ReadonlyArray<Measure>>> = {
  GARTLEY: row([0.618], [0.382, 0.886], [1.13, 1.618], [0.786]),
  BAT: row([0.382, 0.5], [0.382, 0.886], [1.618, 2.618], [0.886]),
  BUTTERFLY: row([0.786], [0.382, 0.886], [1.618, 2.24], [1.27, 1.41]),
  CRAB: row([0.382, 0.618], [0.382, 0.886], [2.618, 3.618], [1.618]),
  DEEP_CRAB: row([0.886], [0.382, 0.886], [2, 3.618], [1.618]),
  CYPHER: row([0.382, 0.618], [1.13, 1.41], [1.27, 2], [0.786]),
  SHARK: row(undefined, [1.13, 1.618], [1.618, 2.24], [0.886, 1.13])
}
