import type { PatternDescription } from "@mjolnir/core"

import { examplePath, upsideDown } from "../../patternExamples/examplePath.ts"

const source =
  "Lo, Mamaysky and Wang: Foundations of Technical Analysis, Journal of Finance 55 (2000), DTOP and DBOT; " +
  "the neckline and its breakout by Edwards and Magee: Technical Analysis of Stock Trends (1948)"

const twoTops = examplePath([
  [0, 116],
  [36, 100],
  [58, 112],
  [72, 106],
  [86, 112.1],
  [97, 105.6]
])

const threeTops = examplePath([
  [0, 116],
  [36, 100],
  [58, 112],
  [70, 106.2],
  [83, 112.1],
  [96, 106],
  [109, 111.9],
  [120, 105.5]
])

export const extremesPatterns = {
  DOUBLE_TOP: {
    means: "Price fails twice at one height and gives up the low between: the rise is over.",
    rule:
      "Two pivot highs, more than `spacing` candles apart and none higher between, each within `tolerance` of their average " +
      "and within `toleranceAtr` of each other; the lowest low between at least `minimumDepth` ATRs below both; a rise of " +
      "`minimumTrend` heights before. Found at the first close below that low, the neckline.",
    source,
    example: twoTops
  },
  DOUBLE_BOTTOM: {
    means: "Price holds twice at one low and overcomes the high between: the fall is over.",
    rule: "A double top upside down. Found at the first close above the highest high between the two lows.",
    source,
    example: upsideDown(twoTops, 212)
  },
  TRIPLE_TOP: {
    means: "Price fails three times at one height and gives up the lows between: the rise is over.",
    rule:
      "Three pivot highs, none higher between, each within `tolerance` of their average and within `toleranceAtr` of the " +
      "others; the lowest low between each two neighbours at least `minimumDepth` ATRs below both; the first and the last " +
      "more than `spacing` candles apart; a rise of `minimumTrend` heights before. Found at the first close below the lower " +
      "of the two lows, the neckline.",
    source,
    example: threeTops
  },
  TRIPLE_BOTTOM: {
    means: "Price holds three times at one low and overcomes the highs between: the fall is over.",
    rule: "A triple top upside down. Found at the first close above the higher of the two highs between.",
    source,
    example: upsideDown(threeTops, 212)
  }
} as const satisfies Record<string, PatternDescription>
