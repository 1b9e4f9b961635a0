import { chartDetector } from "../frame/chartDetector.ts"
import { findLines } from "./findLines.ts"
import { findLinesByKernel } from "./findLinesByKernel.ts"
import { LinePair } from "./LinePair.ts"
import { lineParams } from "./lineParams.ts"
import { linePatterns } from "./linePatterns.ts"

/**
 * Triangles, wedges, rectangles and broadening formations: two lines through five alternating turns, and a close beyond one
 * of them. Which shape it is follows from how the lines go, by one table.
 *
 * Lo, Mamaysky and Wang: Foundations of Technical Analysis, Journal of Finance 55 (2000), for the five turns of triangles,
 * broadening formations and rectangles; wedges, breakouts and targets as in Edwards and Magee: Technical Analysis of Stock
 * Trends (1948).
 */
export const trendLines = chartDetector({
  name: "trend-lines",
  version: "1.0.0",
  summary:
    "Highs on one line and lows on another that make a triangle, wedge, rectangle or broadening, then a close outside",
  patterns: linePatterns,
  params: lineParams,
  quality: {
    touches: { rule: "many turns are on the lines", nothingAt: 5, allAt: 8, weight: 0.12 },
    fit: { rule: "the turns are near their lines: the furthest, in ATRs", nothingAt: 0.4, allAt: 0, weight: 0.15 },
    height: {
      rule: "the shape is high: how far apart the lines are on average, in ATRs",
      nothingAt: 5,
      allAt: 10,
      weight: 0.12
    },
    usual: { rule: "price goes the way it usually goes", nothingAt: 0, allAt: 1, weight: 0.15 },
    breakout: { rule: "the close is clearly beyond the line: in ATRs", nothingAt: 0, allAt: 1, weight: 0.06 }
  },
  find: findLines(new LinePair()),
  findByKernel: findLinesByKernel(new LinePair())
})
