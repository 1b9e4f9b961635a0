import type { PatternDescription } from "@mjolnir/core"

import { examplePath, upsideDown } from "../../patternExamples/examplePath.ts"

const published = "Lo, Mamaysky and Wang: Foundations of Technical Analysis, Journal of Finance 55 (2000)"
const edwards = "Edwards and Magee: Technical Analysis of Stock Trends (1948)"

const lines =
  "Five pivots, each within `toleranceAtr` ATRs of the line through the highs or the lows of them; the lines are at least " +
  "`minimumHeight` ATRs apart, on average of the first pivot and the last; no close is beyond them by more than " +
  "`toleranceAtr` ATRs, and none at all after the last pivot. "
const closing =
  "The lines keep at most `convergence` of their distance from the first pivot to the last, and meet later. "
const eitherWay =
  "Found at the first close beyond either line, on a candle that closes further that way than the one before."

const ascending = examplePath([
  [0, 100],
  [46, 112],
  [57, 104.5],
  [67, 112],
  [76, 107.3],
  [84, 112],
  [91, 109.6],
  [98, 112.58]
])

const risingWedge = examplePath([
  [0, 98],
  [40, 108],
  [50, 103],
  [64, 111],
  [74, 107.8],
  [86, 113.5],
  [91, 110.84]
])

export const linePatterns = {
  ASCENDING_TRIANGLE: {
    means:
      "Buyers pay more from low to low against sellers at one price. Price usually breaks out upwards, and goes as far as " +
      "the triangle is high.",
    rule: `${lines}The upper line is flat: it rises or falls by no more than \`flat\` ATRs; the lower one rises by at least \`steep\` ATRs, from low to low. ${closing}${eitherWay}`,
    source: edwards,
    example: ascending
  },
  DESCENDING_TRIANGLE: {
    means:
      "Sellers take less from high to high against buyers at one price. Price usually breaks out downwards, and goes as " +
      "far as the triangle is high.",
    rule: `An ascending triangle upside down. ${eitherWay}`,
    source: edwards,
    example: upsideDown(ascending, 216)
  },
  SYMMETRICAL_TRIANGLE: {
    means:
      "Highs fall and lows rise until one side gives in. Price usually goes on in the direction from which it came, as far " +
      "as the triangle is high.",
    rule: `${lines}The upper line falls by at least \`steep\` ATRs, from high to high, and the lower one rises as much, from low to low. ${closing}${eitherWay}`,
    source: `${published}, TTOP and TBOT; breakout and target by ${edwards}`,
    example: examplePath([
      [0, 100],
      [44, 114],
      [57, 104.5],
      [68, 112.3],
      [78, 106.4],
      [87, 110.7],
      [94, 107.8],
      [99, 110.13]
    ])
  },
  RISING_WEDGE: {
    means:
      "Each high adds less than each low: the rise loses its strength. A close below the lower line usually takes price back " +
      "to where the wedge began.",
    rule: `${lines}Both lines rise by at least \`steep\` ATRs, from pivot to pivot. ${closing}Found at the first close below the lower line.`,
    source: edwards,
    example: risingWedge
  },
  FALLING_WEDGE: {
    means:
      "Each low takes off less than each high: the fall loses its strength. A close above the upper line usually takes price " +
      "back to where the wedge began.",
    rule: "A rising wedge upside down. Found at the first close above the upper line.",
    source: edwards,
    example: upsideDown(risingWedge, 212)
  },
  RECTANGLE: {
    means:
      "Price goes to and fro between two levels. It usually leaves in the direction from which it came, and goes as far as " +
      "the levels are apart.",
    rule: `${lines}Neither line rises or falls by more than \`flat\` ATRs, they keep more than \`convergence\` of their distance, and the highs are within \`tolerance\` of their average and the lows of theirs. ${eitherWay}`,
    source: `${published}, RTOP and RBOT; breakout and target by ${edwards}`,
    example: examplePath([
      [0, 98],
      [44, 110],
      [56, 104],
      [68, 110],
      [80, 104.1],
      [92, 110],
      [104, 104],
      [115, 110.29]
    ])
  },
  BROADENING: {
    means:
      "Highs rise and lows fall: nobody knows what it is worth. Price usually turns back to where it came from, as far as " +
      "the formation is high.",
    rule: `${lines}The upper line rises by at least \`steep\` ATRs, from high to high, and the lower one falls as much, from low to low; where they begin they are at most \`convergence\` as far apart as where they end. ${eitherWay}`,
    source: `${published}, BTOP and BBOT; breakout and target by ${edwards}`,
    example: examplePath([
      [0, 112],
      [46, 104],
      [54, 107.2],
      [64, 102.5],
      [78, 109],
      [94, 100],
      [117, 112.38]
    ])
  }
} as const satisfies Record<string, PatternDescription>
