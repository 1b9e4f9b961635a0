import type { CandleWindow, Match } from "@mjolnir/core"

import { nearestForm } from "./formOfC.ts"
import type { HarmonicSettings } from "./harmonicParams.ts"
import { ratioOf } from "./HarmonicPoints.ts"
import { harmonicRows } from "./harmonicRows.ts"
import type { HarmonicSetup } from "./HarmonicSetup.ts"
import type { HarmonicPattern } from "./ratioTable.ts"
import { reversalZone } from "./reversalZone.ts"

/** The setup that a match came of; undefined when the match is not of this window. */
export const setupOfMatch = (
  { anchors, direction, pattern, provisional }: Match<HarmonicPattern>,
  window: CandleWindow,
  settings: HarmonicSettings
): HarmonicSetup | undefined => {
  const row = harmonicRows[pattern]
  const newestC = anchors.length - (provisional === true ? 1 : 2)
  const priceAt = (before: number): number =>
    pivotPrice(window, anchors[newestC - before], (before % 2 === 0) === (direction === "bullish"))
  const points = { w: priceAt(4), x: priceAt(3), a: priceAt(2), b: priceAt(1), c: priceAt(0) }
  const form = nearestForm(row, ratioOf("abc", points, Number.NaN))
  const zone = reversalZone(row, form, points, settings)
  return zone && { row, form, points, zone }
}

/** The high or low of a candle; NaN when there is none. */
export const pivotPrice = (window: CandleWindow, age: number | undefined, isHigh: boolean): number => {
  if (age === undefined) return Number.NaN
  return isHigh ? window.high(age) : window.low(age)
}
