import type { PatternDescription } from "@mjolnir/core"

import { examplePath, upsideDown } from "../../patternExamples/examplePath.ts"

const source =
  "Lo, Mamaysky and Wang: Foundations of Technical Analysis, Journal of Finance 55 (2000), HS and IHS; the neckline and its " +
  "breakout by Edwards and Magee: Technical Analysis of Stock Trends (1948)"

const upright = examplePath([
  [0, 116],
  [36, 100],
  [58, 111],
  [68, 107],
  [80, 114],
  [92, 107.4],
  [102, 111.2],
  [113, 107.4]
])

export const headPatterns = {
  HEAD_AND_SHOULDERS: {
    means: "A high between two lower ones, after which price no longer holds the lows between: the rise is over.",
    rule:
      "Five pivots, the first a high: the third, the head, at least `minimumHead` ATRs above the first and the fifth, the " +
      "shoulders; the shoulders, and the two lows between, each within `tolerance` of their average and within " +
      "`toleranceAtr` of each other; the head at least `minimumHeight` ATRs above the line through the two lows, the " +
      "neckline, and the shoulders above it; neither shoulder more than `asymmetry` times as far from the head as the " +
      "other. Found at the first close below the neckline.",
    source,
    example: upright
  },
  INVERSE_HEAD_AND_SHOULDERS: {
    means: "A low between two higher ones, after which price overcomes the highs between: the fall is over.",
    rule: "Head and shoulders upside down. Found at the first close above the neckline.",
    source,
    example: upsideDown(upright, 214)
  }
} as const satisfies Record<string, PatternDescription>
