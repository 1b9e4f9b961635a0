import type { HarmonicPoints } from "../../../src/harmonic/HarmonicPoints.ts"
import { type HarmonicRow, harmonicRows } from "../../../src/harmonic/harmonicRows.ts"
import { errorsOf, fits } from "../fits.ts"
import type { Kind } from "./kinds.ts"
import { isInNeurotrader, neurotraderError } from "./neurotraderRule.ts"
import { defaultSettings } from "./ourRule.ts"

/** Why the detector's rule does not take these pivots with this D for the pattern; undefined when it does. */
export const whyNotOurs = (pattern: string, points: HarmonicPoints, d: number): Kind | undefined => {
  const row: HarmonicRow | undefined = Object.values(harmonicRows).find((each) => each.pattern === pattern)
  if (row === undefined) return "unexplained"
  const tolerance = defaultSettings.toleranceD
  if (fits(row, points, d, tolerance)) return undefined
  const off = Object.entries(errorsOf(row, points, d)).filter(([, error]) => !(error <= tolerance))
  if (off.length === 0) return "limit"
  return pattern === "CYPHER" && off.every(([ratio]) => ratio === "xcd") ? "cypherByXad" : "legOff"
}

/** Why neurotrader888 does not take them for the pattern; undefined when it does. */
export const whyNotNeurotraders = (
  pattern: string,
  points: HarmonicPoints,
  d: number,
  threshold: number
): Kind | undefined => {
  if (!isInNeurotrader(pattern)) return "unknownThere"
  if (neurotraderError(pattern, points, d) <= threshold) return undefined
  if (neurotraderError(pattern, points, d, 1) <= threshold) return "countedTwice"
  return pattern === "CYPHER" ? "cypherByXad" : "unexplained"
}
