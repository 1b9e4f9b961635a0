import { chartDetector } from "../frame/chartDetector.ts"
import { bowlQuality } from "./bowlQuality.ts"
import { findRounding, roundingParams } from "./findRounding.ts"
import { roundingPatterns } from "./roundingPatterns.ts"

/**
 * Price turns slowly, in a bowl, and closes beyond the high from which it began.
 *
 * Edwards and Magee: Technical Analysis of Stock Trends (1948).
 */
export const rounding = chartDetector({
  name: "rounding",
  version: "1.0.0",
  summary: "A slow turn in the form of a bowl, then a close beyond the rim from which it began",
  patterns: roundingPatterns,
  params: roundingParams,
  quality: {
    ...bowlQuality,
    centre: {
      rule: "its lowest point is in the middle: its distance from there as a share of the length",
      nothingAt: 0.2,
      allAt: 0,
      weight: 0.15
    }
  },
  find: findRounding
})
