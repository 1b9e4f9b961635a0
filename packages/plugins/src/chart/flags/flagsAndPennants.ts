import { chartDetector } from "../frame/chartDetector.ts"
import { findFlag } from "./findFlag.ts"
import { FlagMeasure } from "./FlagMeasure.ts"
import { flagParams } from "./flagParams.ts"
import { flagPatterns } from "./flagPatterns.ts"

/**
 * A fast move, the pole, then a short pause between two lines, the flag or pennant, and a close out of it the way of the
 * pole.
 *
 * Edwards and Magee: Technical Analysis of Stock Trends (1948). That the flag gives back half of the pole at the most, and
 * is about as long at the most, is as in neurotrader888/TechnicalAnalysisAutomation.
 */
export const flagsAndPennants = chartDetector({
  name: "flags-and-pennants",
  version: "1.0.0",
  summary: "A fast move, a short pause between two lines, then a close out of it the same way",
  patterns: flagPatterns,
  params: flagParams,
  quality: {
    pole: { rule: "the pole is long: in ATRs", nothingAt: 5, allAt: 10, weight: 0.15 },
    speed: { rule: "the pole is steep: ATRs for each candle", nothingAt: 0.5, allAt: 1.5, weight: 0.12 },
    retracement: {
      rule: "little of the pole is given back: as a part of it",
      nothingAt: 0.5,
      allAt: 0.25,
      weight: 0.12
    },
    narrowness: {
      rule: "the lines are close together: as a part of the pole",
      nothingAt: 0.5,
      allAt: 0.2,
      weight: 0.15
    },
    breakout: { rule: "the close is clearly beyond the line: in ATRs", nothingAt: 0, allAt: 1, weight: 0.06 }
  },
  find: findFlag(new FlagMeasure(), new FlagMeasure())
})
