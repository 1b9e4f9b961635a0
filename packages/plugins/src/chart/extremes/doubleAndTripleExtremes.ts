import { chartDetector } from "../frame/chartDetector.ts"
import { extremesParams } from "./extremesParams.ts"
import { extremesPatterns } from "./extremesPatterns.ts"
import { findExtremes, findExtremesByKernel } from "./findExtremes.ts"

/**
 * Price turns twice or three times at one height and then closes beyond the valley between.
 *
 * Lo, Mamaysky and Wang: Foundations of Technical Analysis, Journal of Finance 55 (2000), for what makes two tops; depth,
 * trend and breakout as in Edwards and Magee: Technical Analysis of Stock Trends (1948).
 */
export const doubleAndTripleExtremes = chartDetector({
  name: "double-and-triple-extremes",
  version: "1.0.0",
  summary: "Price turns two or three times at one height, then breaks the level it came back to between",
  patterns: extremesPatterns,
  params: extremesParams,
  quality: {
    evenness: { rule: "the extremes are at one height: their distance in ATRs", nothingAt: 1, allAt: 0, weight: 0.2 },
    depth: { rule: "what lies between is deep: in ATRs", nothingAt: 3, allAt: 7, weight: 0.15 },
    trend: {
      rule: "there is a trend to turn: its length in heights of the pattern",
      nothingAt: 1.25,
      allAt: 3,
      weight: 0.15
    },
    breakout: { rule: "the close is clearly beyond the neckline: in ATRs", nothingAt: 0, allAt: 1, weight: 0.1 }
  },
  find: findExtremes,
  findByKernel: findExtremesByKernel
})
