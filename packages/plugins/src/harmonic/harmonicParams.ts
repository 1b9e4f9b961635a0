import { param } from "@mjolnir/core"
import { Schema } from "effect"

import { type PivotSettings, pivotParams } from "../pivots/pivotParams.ts"
import type { RatioName } from "./HarmonicPoints.ts"

const tolerance = (description: string, byDefault: number) =>
  param(Schema.Finite.check(Schema.isGreaterThan(0), Schema.isLessThanOrEqualTo(0.5)), description, byDefault)

/** The settings of the harmonic detector. */
export const HarmonicParams = Schema.Struct({
  ...pivotParams,
  toleranceB: tolerance("How far the ratio that B makes may be off, as a difference of logarithms: 0.05 is 5 %", 0.05),
  toleranceC: tolerance("How far the ratio that C makes may be off, likewise", 0.05),
  toleranceD: tolerance("How far each ratio that D makes may be off, likewise", 0.05),
  minimumLeg: param(
    Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)),
    "Least length of each leg before D, in average true ranges of the candles from the first pivot to C",
    3.5
  )
})

/** The settings as they run. */
export interface HarmonicSettings extends PivotSettings, Tolerances<number> {
  readonly minimumLeg: number
}

/** What there is for each tolerance. */
interface Tolerances<Each> {
  readonly toleranceB: Each
  readonly toleranceC: Each
  readonly toleranceD: Each
}

/** The tolerance of a ratio: that of the pivot which completes it. */
export const toleranceOf = <Each>(ratio: RatioName, settings: Tolerances<Each>): Each => {
  switch (ratio) {
    case "wxa":
    case "abc":
      return settings.toleranceC
    case "xab":
      return settings.toleranceB
    default:
      return settings.toleranceD
  }
}
