import { breaksOut, lowestFreshLevel } from "../conditions/breaksOut.ts"
import type { ChartShape } from "../frame/ChartShape.ts"
import type { ChartView } from "../frame/ChartView.ts"
import { type Bowl, bowlOf } from "./Bowl.ts"
import type { CupParams } from "./cupParams.ts"
import { isBowl, isBowlDepth } from "./isBowl.ts"

export type CupPattern = "CUP_AND_HANDLE" | "INVERTED_CUP_AND_HANDLE"
export type CupRule = "fit" | "roundness" | "rims" | "handle" | "breakout"

/** The turns of a cup by place. */
interface Cup {
  readonly leftRim: number
  readonly bottom: number
  readonly rightRim: number
  readonly handle: number
}

/**
 * A bowl between two pivot highs of about one height, the rims, a shallow pullback from the right one, the handle, that
 * ends with the newest pivot or a newer one in it, and the first close above both rims.
 */
export const findCup = (view: ChartView, params: CupParams): ChartShape<CupPattern, CupRule> | undefined => {
  // The handle's low is a turn, from which price rises above the rim.
  const close = view.close(0)
  if (!(close > view.close(1)) || view.isTop(0)) return undefined
  const fresh = lowestFreshLevel(view)
  let highest = Number.NEGATIVE_INFINITY
  for (let rightRim = 1; rightRim < view.turns; rightRim += 2) {
    const rim = view.turnPrice(rightRim)
    if (!(rim < close)) return undefined
    if (rim <= highest) continue
    highest = rim
    const shape = cupBefore(view, rightRim, fresh, params)
    if (shape !== undefined) return shape
  }
  return undefined
}

/** The cup that ends at a right rim, after which there is nothing but the handle; both rims are overcome just now. */
const cupBefore = (
  view: ChartView,
  rightRim: number,
  fresh: number,
  params: CupParams
): ChartShape<CupPattern, CupRule> | undefined => {
  const right = view.turnPrice(rightRim)
  for (let leftRim = rightRim + 2; leftRim < view.turns; leftRim += 2) {
    const left = view.turnPrice(leftRim)
    if (!(left < view.close(0))) return undefined
    const shape = Math.max(left, right) < fresh ? undefined : cupBetween(view, leftRim, rightRim, params)
    // What lies before a higher one is no part of the cup.
    if (shape !== undefined || left > right) return shape
  }
  return undefined
}

const cupBetween = (
  view: ChartView,
  leftRim: number,
  rightRim: number,
  params: CupParams
): ChartShape<CupPattern, CupRule> | undefined => {
  const [leftAge, rightAge] = [view.turnAge(leftRim), view.turnAge(rightRim)]
  const length = leftAge - rightAge
  if (!(length >= params.minimumLength && rightAge <= params.maximumHandleLength * length)) return undefined
  const [left, right] = [view.turnPrice(leftRim), view.turnPrice(rightRim)]
  const [bottom, handle] = [view.lowestBetween(rightRim, leftRim), view.lowestBetween(-1, rightRim)]
  const depth = Math.min(left, right) - view.turnPrice(bottom)
  if (
    !isBowlDepth(depth, right, view.atr, params) ||
    Math.abs(left - right) > params.rimTolerance * depth ||
    right - view.turnPrice(handle) > params.maximumHandleDepth * depth ||
    !breaksOut(view, 1, Math.max(left, right), 0)
  ) {
    return undefined
  }
  const bowl = bowlOf(view, leftAge, rightAge)
  return bowl !== undefined && isBowl(bowl, params)
    ? cupShape(view, { leftRim, bottom, rightRim, handle }, bowl)
    : undefined
}

const cupShape = (
  view: ChartView,
  { bottom, handle, leftRim, rightRim }: Cup,
  bowl: Bowl
): ChartShape<CupPattern, CupRule> => {
  const [left, right] = [view.corner("left rim", leftRim), view.corner("right rim", rightRim)]
  const level = Math.max(left.price, right.price)
  const depth = Math.min(left.price, right.price) - view.turnPrice(bottom)
  const pullback = right.price - view.turnPrice(handle)
  return {
    pattern: view.side === 1 ? "CUP_AND_HANDLE" : "INVERTED_CUP_AND_HANDLE",
    way: 1,
    corners: [left, view.corner("cup", bottom), right, view.corner("handle", handle)],
    lines: [{ label: "rim", from: left, to: right }],
    breakoutLevel: level,
    height: level - view.turnPrice(bottom),
    levels: { rim: level },
    figures: { r_squared: bowl.rSquared, handle_depth: pullback / depth },
    quality: {
      fit: bowl.rSquared,
      roundness: bowl.lowShare,
      rims: Math.abs(left.price - right.price) / depth,
      handle: pullback / depth,
      breakout: (view.close(0) - level) / view.atr
    }
  }
}
