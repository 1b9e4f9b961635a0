import type { PatternDescription } from "@mjolnir/core"

import { examplePath, upsideDown } from "../../patternExamples/examplePath.ts"
import { atrPeriod } from "../../pivots/pivotParams.ts"

const source =
  "Edwards and Magee: Technical Analysis of Stock Trends (1948); the limits of retracement and width as in " +
  "neurotrader888/TechnicalAnalysisAutomation"

const pole =
  `A pole from a pivot low to the highest candle after it, at least \`minimumPole\` average true ranges of the ${atrPeriod} candles up ` +
  "to there, in at most `poleCandles` candles; after it at least `flagCandles` candles, and at most `flagWidth` for each of " +
  "the pole's, that give back at most `retracement` of it. Their lines enclose all of their highs and lows, as near to them as " +
  "a straight line can be. "
const found =
  "Found at the first close above the upper line, that is also above the high of the candle before. The target is the " +
  "length of the pole beyond the line."

const flag = examplePath([
  [0, 112],
  [40, 104],
  [49, 117],
  [51, 115.4],
  [53, 116.2],
  [55, 114.8],
  [57, 115.4],
  [58, 114.8],
  [59, 115.9]
])

const pennant = examplePath([
  [0, 112],
  [40, 104],
  [49, 118],
  [50, 114],
  [51, 117.4],
  [52, 114.4],
  [53, 117],
  [54, 114.8],
  [55, 116.6],
  [56, 115.2],
  [57, 116.2],
  [58, 116.8]
])

export const flagPatterns = {
  BULL_FLAG: {
    means: "A fast rise, then a pause that gives a little of it back between two even lines: the rise goes on.",
    rule: `${pole}Of a flag the lines keep more than \`convergence\` of their distance to both sides, and neither rises by more than \`level\` average true ranges. ${found}`,
    source,
    example: flag
  },
  BEAR_FLAG: {
    means: "A fast fall, then a pause that takes a little of it back between two even lines: the fall goes on.",
    rule: "A bull flag upside down. Found at the first close below the lower line.",
    source,
    example: upsideDown(flag, 220)
  },
  BULL_PENNANT: {
    means: "A fast rise, then a pause in which highs fall and lows rise: the rise goes on.",
    rule: `${pole}Of a pennant the upper line falls, the lower one rises, and they keep at most \`convergence\` of their distance. ${found}`,
    source,
    example: pennant
  },
  BEAR_PENNANT: {
    means: "A fast fall, then a pause in which highs fall and lows rise: the fall goes on.",
    rule: "A bull pennant upside down. Found at the first close below the lower line.",
    source,
    example: upsideDown(pennant, 220)
  }
} as const satisfies Record<string, PatternDescription>
