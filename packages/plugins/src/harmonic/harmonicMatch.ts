import type { Match } from "@mjolnir/core"
import type { ZigZagReading } from "@mjolnir/core/toolbox"

import type { HarmonicSettings } from "./harmonicParams.ts"
import { ratioOf } from "./HarmonicPoints.ts"
import { type HarmonicSetup, totalError } from "./HarmonicSetup.ts"
import { priceLevels } from "./priceLevels.ts"
import type { HarmonicPattern } from "./ratioTable.ts"
import { confidenceOf, scoreLegs } from "./scoreLegs.ts"

/**
 * The match of a setup. When it is confirmed D is the pivot confirmed last; while it is potential that is C, and `d` is how
 * far price has come.
 */
export const harmonicMatch = (
  setup: HarmonicSetup,
  d: number,
  stage: "confirmed" | "potential",
  pivots: ZigZagReading,
  settings: HarmonicSettings
): Match<HarmonicPattern> => {
  const { form, points, row, zone } = setup
  const { invalidation, target1, target2 } = priceLevels(setup, d)
  const ratios: Record<string, number> = {}
  for (const { ratio } of [...form.untilC, ...form.ofD]) ratios[ratio] = ratioOf(ratio, points, d)
  const isConfirmed = stage === "confirmed"
  const ageAt = (place: number): number => pivots.pivot(place)?.age ?? Number.NaN
  const oldest = row.labels.length - (isConfirmed ? 1 : 2)
  return {
    pattern: row.pattern,
    direction: points.c > points.b ? "bullish" : "bearish",
    confidence: confidenceOf(scoreLegs(setup, d, stage, settings)),
    trigger: isConfirmed ? ageAt(0) : 0,
    price: d,
    anchors: [ageAt(oldest), ...Array.from({ length: oldest }, (_, newer) => ageAt(oldest - 1 - newer))],
    metadata: {
      completion: stage,
      ...ratios,
      error: totalError(setup, d),
      prz_low: zone.low,
      prz_high: zone.high,
      invalidation,
      target_1: target1,
      target_2: target2
    },
    ...(isConfirmed ? {} : { provisional: true })
  }
}
