import type { CandleWindow } from "@mjolnir/core"
import { legRatio, type ZigZagReading } from "@mjolnir/core/toolbox"

import { formOfC } from "./formOfC.ts"
import type { HarmonicSettings } from "./harmonicParams.ts"
import { type HarmonicRow, harmonicRows } from "./harmonicRows.ts"
import type { HarmonicSetup } from "./HarmonicSetup.ts"
import { isLargeEnough } from "./isLargeEnough.ts"
import { allowedFactor } from "./logRatioError.ts"
import type { Measure } from "./RatioRow.ts"
import { reversalZone } from "./reversalZone.ts"

/**
 * The patterns that the pivots up to C make when the price of D is `d`; C is the pivot at `place`. Undefined when there are
 * none, which is known after a few comparisons and without anything being made.
 */
export const setupsAtPivots = (
  d: number,
  pivots: ZigZagReading,
  place: number,
  window: CandleWindow,
  settings: HarmonicSettings
): ReadonlyArray<HarmonicSetup> | undefined => {
  const c = pivots.pivot(place)?.price ?? Number.NaN
  const b = pivots.pivot(place + 1)?.price ?? Number.NaN
  const a = pivots.pivot(place + 2)?.price ?? Number.NaN
  const x = pivots.pivot(place + 3)?.price ?? Number.NaN
  const bcd = legRatio(b, c, d)
  const xad = legRatio(x, a, d)
  const xcd = legRatio(x, c, d)
  const abcd = Math.abs(d - c) / Math.abs(b - a)
  const factor = allowedFactor(settings.toleranceD)
  let setups: Array<HarmonicSetup> | undefined
  for (const {
    measure: { from, ratio, to },
    row
  } of definingMeasures) {
    const told = ratio === "bcd" ? bcd : ratio === "xad" ? xad : ratio === "xcd" ? xcd : abcd
    if (!(told >= from / factor && told <= to * factor)) continue
    const w = pivots.pivot(place + 4)?.price ?? Number.NaN
    const form = formOfC(row, legRatio(w, x, a), legRatio(x, a, b), legRatio(a, b, c), settings)
    if (form === undefined || !isLargeEnough(row, pivots, place, window, settings.minimumLeg)) continue
    const points = { w, x, a, b, c }
    const zone = reversalZone(row, form, points, settings)
    if (zone === undefined || !(d >= zone.low && d <= zone.high)) continue
    setups ??= []
    setups.push({ row, form, points, zone })
  }
  return setups
}

interface DefiningMeasure {
  readonly row: HarmonicRow
  readonly measure: Measure
}

/** The ratio by which D of each pattern is told: it rules out most patterns before anything else is looked at. */
const definingMeasures: ReadonlyArray<DefiningMeasure> = Object.values(harmonicRows).flatMap((row) =>
  row.forms[0].ofD.filter(({ ratio }) => ratio === row.defining).map((measure) => ({ row, measure }))
)
