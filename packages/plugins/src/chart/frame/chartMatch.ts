import type { Match } from "@mjolnir/core"

import { type ChartShape, targetOf } from "./ChartShape.ts"
import type { Side } from "./ChartView.ts"
import { confidenceOf, type QualityRules, qualityScores } from "./QualityRule.ts"

/**
 * The match of a shape that was found on this side of the market: anchored to its corners and to the newest candle, that
 * closes at `close`, with prices as they are.
 */
export const chartMatch = <Pattern extends string, Rule extends string>(
  shape: ChartShape<Pattern, Rule>,
  side: Side,
  close: number,
  atr: number,
  quality: QualityRules<Rule>
): Match<Pattern> => {
  const { breakoutLevel, corners, figures, height, levels, pattern, way } = shape
  const [first, ...others] = corners
  const metadata: Record<string, number | string | boolean> = {
    candles_involved: first.age + 1,
    height,
    height_atr: height / atr,
    breakout_level: breakoutLevel * side,
    target: targetOf(shape) * side,
    ...figures
  }
  for (const [level, price] of Object.entries(levels ?? {})) metadata[level] = price * side
  return {
    pattern,
    direction: way === side ? "bullish" : "bearish",
    confidence: confidenceOf(qualityScores(quality, shape.quality)),
    trigger: 0,
    price: close,
    anchors: [first.age, ...others.map(({ age }) => age), 0],
    metadata
  }
}
