import { param } from "@mjolnir/core"
import { Schema } from "effect"

import { setting } from "../../setting.ts"

/** Least candles that a bowl must take from rim to rim. */
export const lengthParam = (byDefault: number) => ({
  minimumLength: param(Schema.Int.check(Schema.isGreaterThanOrEqualTo(4)), "Least candles from rim to rim", byDefault)
})

/** The params by which a detector tells a bowl, beside its length. */
export const bowlParams = {
  minimumDepth: setting("How far the bowl must reach below its rim, in ATRs", 4),
  maximumDepth: setting("How far the bowl may reach below its rim, as a share of the rim", 0.5),
  minimumFit: setting("Least coefficient of determination of the parabola through the closes from rim to rim", 0.75),
  minimumLowShare: setting(
    "Least share of these closes in the lower half of the bowl; a parabola has 0.7 of them there, a V has 0.5",
    0.6
  ),
  offCentre: setting("How far the parabola's lowest point may be from the middle, as a share of the length", 0.2)
}

/** The values of {@link bowlParams}. */
export interface BowlSettings {
  readonly minimumDepth: number
  readonly maximumDepth: number
  readonly minimumFit: number
  readonly minimumLowShare: number
  readonly offCentre: number
}
