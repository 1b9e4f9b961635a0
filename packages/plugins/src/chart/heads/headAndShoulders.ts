import { chartDetector } from "../frame/chartDetector.ts"
import { findHead, findHeadByKernel } from "./findHead.ts"
import { headParams } from "./headParams.ts"
import { headPatterns } from "./headPatterns.ts"

/**
 * A head between two shoulders, and a close beyond the neckline.
 *
 * Lo, Mamaysky and Wang: Foundations of Technical Analysis, Journal of Finance 55 (2000), for the five turns; neckline,
 * target and breakout as in Edwards and Magee: Technical Analysis of Stock Trends (1948).
 */
export const headAndShoulders = chartDetector({
  name: "head-and-shoulders",
  version: "1.0.0",
  summary: "A high between two lower ones of even height, then a close below the line through the lows between",
  patterns: headPatterns,
  params: headParams,
  quality: {
    shoulders: {
      rule: "the shoulders are even: their distance in heights of the pattern",
      nothingAt: 0.5,
      allAt: 0,
      weight: 0.12
    },
    head: { rule: "the head stands out: in heights of the pattern", nothingAt: 0.15, allAt: 0.4, weight: 0.12 },
    symmetry: {
      rule: "the shoulders are as far from the head: the longer way by the shorter",
      nothingAt: 2.5,
      allAt: 1,
      weight: 0.12
    },
    neckline: {
      rule: "the neckline is level: its rise between the armpits in heights of the pattern",
      nothingAt: 0.5,
      allAt: 0,
      weight: 0.06
    },
    trend: {
      rule: "there is a trend to turn: the way into the left shoulder in heights of the pattern",
      nothingAt: 0.5,
      allAt: 1.5,
      weight: 0.12
    },
    breakout: { rule: "the close is clearly beyond the neckline: in ATRs", nothingAt: 0, allAt: 1, weight: 0.06 }
  },
  find: findHead,
  findByKernel: findHeadByKernel
})
