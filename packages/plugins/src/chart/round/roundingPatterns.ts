import type { PatternDescription } from "@mjolnir/core"

import { upsideDown } from "../../patternExamples/examplePath.ts"
import { roundingExample } from "./examples.ts"

const source =
  "Edwards and Magee: Technical Analysis of Stock Trends (1948); told by a parabola through the closes, as no source says how"

export const roundingPatterns = {
  ROUNDING_BOTTOM: {
    means: "The fall slows down and turns into a rise by and by, and price overcomes the high from which it fell.",
    rule:
      "From a pivot high, the rim, at least `minimumLength` candles to the first close above it; between, price reaches at " +
      "least `minimumDepth` ATRs and at most `maximumDepth` of the rim below it; the parabola through the closes explains " +
      "`minimumFit` of their variance, its lowest point is within `offCentre` of the middle, and `minimumLowShare` of the " +
      "closes are in the lower half.",
    source,
    example: roundingExample
  },
  ROUNDING_TOP: {
    means: "The rise slows down and turns into a fall by and by, and price gives up the low from which it rose.",
    rule: "A rounding bottom upside down. Found at the first close below the pivot low from which it began.",
    source,
    example: upsideDown(roundingExample, 210)
  }
} as const satisfies Record<string, PatternDescription>
