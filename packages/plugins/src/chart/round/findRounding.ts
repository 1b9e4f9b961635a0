import { Schema } from "effect"

import { pivotParams } from "../../pivots/pivotParams.ts"
import { breaksOut, lowestFreshLevel } from "../conditions/breaksOut.ts"
import type { ChartShape } from "../frame/ChartShape.ts"
import type { ChartView } from "../frame/ChartView.ts"
import { type Bowl, bowlOf } from "./Bowl.ts"
import { bowlParams, lengthParam } from "./bowlParams.ts"
import { isBowl, isBowlDepth } from "./isBowl.ts"

export const roundingParams = Schema.Struct({ ...pivotParams, ...lengthParam(30), ...bowlParams })
type RoundingParams = typeof roundingParams.Type

export type RoundingPattern = "ROUNDING_BOTTOM" | "ROUNDING_TOP"
export type RoundingRule = "fit" | "roundness" | "centre" | "breakout"

/**
 * A bowl from a pivot high, the left rim, to the newest candle, which is the first to close above it. Of several highs
 * that the candle overcomes, the first of which the bowl is round enough, from the nearest on.
 */
export const findRounding = (
  view: ChartView,
  params: RoundingParams
): ChartShape<RoundingPattern, RoundingRule> | undefined => {
  // Price rises from the newest turn, or it crosses no rim from below.
  const close = view.close(0)
  if (!(close > view.close(1)) || view.isTop(0)) return undefined
  const fresh = lowestFreshLevel(view)
  let overcome = Number.NEGATIVE_INFINITY
  for (let rim = 1; rim < view.turns; rim += 2) {
    const level = view.turnPrice(rim)
    if (!(level < close)) return undefined
    if (level <= overcome) continue
    overcome = level
    const shape = level < fresh ? undefined : bowlFrom(view, rim, params)
    if (shape !== undefined) return shape
  }
  return undefined
}

/** The bowl that the newest candle leaves over this rim. */
const bowlFrom = (
  view: ChartView,
  rim: number,
  params: RoundingParams
): ChartShape<RoundingPattern, RoundingRule> | undefined => {
  const level = view.turnPrice(rim)
  const length = view.turnAge(rim)
  if (!(length >= params.minimumLength && breaksOut(view, 1, level, 0))) return undefined
  const bottom = view.lowestBetween(-1, rim)
  if (!isBowlDepth(level - view.turnPrice(bottom), level, view.atr, params)) return undefined
  const bowl = bowlOf(view, length, 0)
  return bowl !== undefined && isBowl(bowl, params) ? roundingShape(view, rim, bottom, bowl) : undefined
}

const roundingShape = (
  view: ChartView,
  rim: number,
  bottom: number,
  bowl: Bowl
): ChartShape<RoundingPattern, RoundingRule> => {
  const level = view.turnPrice(rim)
  const left = view.corner("left rim", rim)
  return {
    pattern: view.side === 1 ? "ROUNDING_BOTTOM" : "ROUNDING_TOP",
    way: 1,
    corners: [left, view.corner(view.side === 1 ? "bottom" : "top", bottom)],
    lines: [{ label: "rim", from: left, to: { age: 0, price: level } }],
    breakoutLevel: level,
    height: level - view.turnPrice(bottom),
    levels: { rim: level },
    figures: { r_squared: bowl.rSquared },
    quality: {
      fit: bowl.rSquared,
      roundness: bowl.lowShare,
      centre: Math.abs(bowl.middle - 0.5),
      breakout: (view.close(0) - level) / view.atr
    }
  }
}
