import { chartDetector } from "../frame/chartDetector.ts"
import { bowlQuality } from "./bowlQuality.ts"
import { cupParams } from "./cupParams.ts"
import { cupPatterns } from "./cupPatterns.ts"
import { findCup } from "./findCup.ts"

/**
 * A round low between two highs of about one height, a shallow pullback, and a close above both highs.
 *
 * William J. O'Neil: How to Make Money in Stocks (1988).
 */
export const cupAndHandle = chartDetector({
  name: "cup-and-handle",
  version: "1.0.0",
  summary: "A round low between two highs of about one height, a shallow pullback, then a close above both",
  patterns: cupPatterns,
  params: cupParams,
  quality: {
    ...bowlQuality,
    rims: { rule: "the rims are at one height: their distance by the depth", nothingAt: 0.4, allAt: 0, weight: 0.075 },
    handle: { rule: "the handle is shallow: its depth by that of the cup", nothingAt: 0.4, allAt: 0.2, weight: 0.075 }
  },
  find: findCup
})
