import type { Candle } from "@mjolnir/core"

import type { HarmonicPoints } from "../../../src/harmonic/HarmonicPoints.ts"
import type { Turn } from "../../pivots/Turn.ts"

/** A pattern with D where price was when it was told, which is no pivot yet. */
export interface EarlyFinding {
  readonly pattern: string
  readonly error: number
  /** Indexes of X, A, B and C. */
  readonly pivots: ReadonlyArray<number>
  /** Index of D, and how far price had come there. */
  readonly d: number
  readonly price: number
  readonly points: HarmonicPoints
}

/** Says which pattern these pivots with this D are, and how far it is off. */
export type Rule = (
  points: HarmonicPoints,
  d: number
) => { readonly pattern: string; readonly error: number } | undefined

/**
 * What a rule finds as neurotrader888 looks for it: at every candle from the one that confirms C on, with D at its end when
 * price was no further since; once for each C, and not after the last pivot of the series is confirmed.
 */
export const earlyFindings = (
  candles: ReadonlyArray<Candle>,
  pivots: ReadonlyArray<Turn>,
  rule: Rule
): ReadonlyArray<EarlyFinding> =>
  pivots.slice(0, -1).flatMap((c, place) => {
    if (place < 3) return []
    const points = pointsAt(pivots, place)
    let furthest = c.isHigh ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
    const end = pivots[place + 1]?.confirmedAt ?? 0
    for (let d = c.confirmedAt; d < end; d++) {
      const candle = candles[d]
      if (candle === undefined) break
      const price = c.isHigh ? candle.low : candle.high
      if (c.isHigh ? price > furthest : price < furthest) continue
      furthest = price
      const judged = rule(points, price)
      if (judged === undefined) continue
      return [{ ...judged, pivots: pivots.slice(place - 3, place + 1).map(({ index }) => index), d, price, points }]
    }
    return []
  })

/** The prices of the pivots up to C, when C is the pivot at this place. */
export const pointsAt = (pivots: ReadonlyArray<Turn>, place: number): HarmonicPoints => {
  const price = (older: number): number => pivots[place - older]?.price ?? Number.NaN
  return { w: price(4), x: price(3), a: price(2), b: price(1), c: price(0) }
}
