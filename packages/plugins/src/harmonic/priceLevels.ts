import { retracementPrice } from "@mjolnir/core/toolbox"

import type { HarmonicSetup } from "./HarmonicSetup.ts"

/** Prices to act by, in quote currency. */
export interface PriceLevels {
  /** Beyond it the pattern has failed. */
  readonly invalidation: number
  /** At 0.382 and 0.618 of the way back from D to A, or to C where A is no higher than D. */
  readonly target1: number
  readonly target2: number
}

/** What follows from where D is. */
export const priceLevels = ({ points, row, zone }: HarmonicSetup, d: number): PriceLevels => {
  const isBullish = points.c > points.b
  const towards = row.targetsTowards === "A" ? points.a : points.c
  const farEnd = isBullish ? zone.low : zone.high
  return {
    invalidation: row.failsBeyond === "X" ? points.x : farEnd,
    target1: retracementPrice(towards, d, 0.382),
    target2: retracementPrice(towards, d, 0.618)
  }
}
