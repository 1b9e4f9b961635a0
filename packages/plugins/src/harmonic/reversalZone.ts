import { isOfD } from "./formOfC.ts"
import { type HarmonicSettings, toleranceOf } from "./harmonicParams.ts"
import { type HarmonicPoints, priceOfD } from "./HarmonicPoints.ts"
import { allowedFactor } from "./logRatioError.ts"
import type { RatioForm, RatioRow } from "./RatioRow.ts"

/** Prices from `low` to `high`. */
export interface ReversalZone {
  readonly low: number
  readonly high: number
}

/**
 * The potential reversal zone: the prices of D at which all ratios of D are within their tolerance and limits, so the
 * overlap of what each of them allows. A pattern is confirmed exactly when D lies in it. Undefined when there is no such
 * price.
 */
export const reversalZone = (
  { limits }: RatioRow,
  { ofD }: RatioForm,
  points: HarmonicPoints,
  settings: HarmonicSettings
): ReversalZone | undefined => {
  let low = Number.NEGATIVE_INFINITY
  let high = Number.POSITIVE_INFINITY
  const overlap = (one: number, other: number): void => {
    low = Math.max(low, Math.min(one, other))
    high = Math.min(high, Math.max(one, other))
  }
  for (const { from, ratio, to } of ofD) {
    const factor = allowedFactor(toleranceOf(ratio, settings))
    overlap(priceOfD(ratio, points, from / factor), priceOfD(ratio, points, to * factor))
  }
  for (const limit of limits) {
    if (!isOfD(limit)) continue
    overlap(priceOfD(limit.ratio, points, limit.least ?? 0), priceOfD(limit.ratio, points, limit.most ?? farthest))
  }
  // False for NaN, which a leg that is not there comes to.
  return low <= high ? { low, high } : undefined
}

/** A ratio that no pattern comes near. */
const farthest = 100
