import type { CandleWindow } from "@mjolnir/core"
import type { ZigZagReading } from "@mjolnir/core/toolbox"

import type { RatioRow } from "./RatioRow.ts"

/**
 * Whether all candles of a pattern up to C are in the window, and each leg is as long as so many average true ranges of the
 * candles from the first pivot to C. It is these candles and not the newest, so that the answer is the same at every later
 * candle.
 */
export const isLargeEnough = (
  { labels }: RatioRow,
  pivots: ZigZagReading,
  place: number,
  window: CandleWindow,
  minimumLeg: number
): boolean => {
  const legs = labels.length - 2
  const oldest = pivots.pivot(place + legs)?.age ?? Number.NaN
  const newest = pivots.pivot(place)?.age ?? Number.NaN
  if (!(oldest < window.size)) return false
  let shortest = Number.POSITIVE_INFINITY
  for (let leg = 0; leg < legs; leg++) {
    const to = pivots.pivot(place + leg)?.price ?? Number.NaN
    const from = pivots.pivot(place + leg + 1)?.price ?? Number.NaN
    shortest = Math.min(shortest, Math.abs(to - from))
  }
  return shortest >= minimumLeg * averageTrueRange(window, oldest, newest)
}

/** Mean true range of the candles after the one of age `oldest`, up to that of age `newest`. */
const averageTrueRange = (window: CandleWindow, oldest: number, newest: number): number => {
  let sum = 0
  for (let age = oldest - 1; age >= newest; age--) {
    const before = window.close(age + 1)
    sum += Math.max(window.high(age), before) - Math.min(window.low(age), before)
  }
  return sum / (oldest - newest)
}
