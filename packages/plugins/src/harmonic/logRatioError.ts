import type { Measure } from "./RatioRow.ts"

/**
 * How far a ratio is from what it should be: 0 within the range of the measure, else the absolute difference of its
 * logarithm to that of the nearer end. 0.05 is 5 % off, whether too much or too little.
 *
 * The distance of neurotrader888/TechnicalAnalysisAutomation, which counts twice what is off a range. Here it counts
 * once: the tolerance means the same for values and ranges.
 */
export const logRatioError = ({ from, to }: Measure, ratio: number): number => {
  if (ratio >= from && ratio <= to) return 0
  return ratio < from ? Math.log(from / ratio) : Math.log(ratio / to)
}

/** The end of the measure that is nearest to a ratio, or the ratio itself when it is within. */
export const nearestWanted = ({ from, to }: Measure, ratio: number): number => Math.min(to, Math.max(from, ratio))

/** By what the ends of a measure are divided and multiplied to allow for a tolerance, and for rounding. */
export const allowedFactor = (tolerance: number): number => Math.exp(tolerance) * (1 + rounding)

/** Prices such as 10.1 are no whole numbers of anything, so that an exact ratio of them is off by about this much. */
export const rounding = 1e-9
