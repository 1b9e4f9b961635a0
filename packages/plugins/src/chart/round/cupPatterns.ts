import type { PatternDescription } from "@mjolnir/core"

import { upsideDown } from "../../patternExamples/examplePath.ts"
import { cupExample } from "./examples.ts"

const source = "William J. O'Neil: How to Make Money in Stocks (1988); told by a parabola through the closes of the cup"

export const cupPatterns = {
  CUP_AND_HANDLE: {
    means: "Price comes back from a round low to its old high, hesitates for a moment below it, and overcomes it.",
    rule:
      "Two pivot highs, the rims, at least `minimumLength` candles and at most `rimTolerance` of the depth apart, none higher " +
      "between; the closes between form a bowl as those of a rounding bottom do; then a pullback, the handle, of at most " +
      "`maximumHandleDepth` of the cup's depth and `maximumHandleLength` of its length. Found at the first close above both " +
      "rims.",
    source,
    example: cupExample
  },
  INVERTED_CUP_AND_HANDLE: {
    means: "Price comes back from a round high to its old low, hesitates for a moment above it, and gives it up.",
    rule: "A cup and handle upside down. Found at the first close below both rims.",
    source,
    example: upsideDown(cupExample, 210)
  }
} as const satisfies Record<string, PatternDescription>
