import { param } from "@mjolnir/core"
import { Schema } from "effect"

import { pivotParams } from "../../pivots/pivotParams.ts"
import { setting } from "../../setting.ts"
import { methodParams } from "../params/methodParams.ts"
import { reportedParam } from "../params/reportedParam.ts"

export const extremesParams = Schema.Struct({
  ...pivotParams,
  ...methodParams,
  ...reportedParam,
  tolerance: setting("How far each top may be from the average of two, as a share of it", 0.015),
  toleranceAtr: setting("How far two tops may be apart, in ATRs", 1),
  spacing: param(
    Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
    "The first and the last top must be more than so many candles apart",
    22
  ),
  minimumDepth: setting("How far each valley must be below the tops beside it, in ATRs", 3),
  minimumTrend: setting("How far price must have risen into the first top, in heights of the pattern", 1.25)
})
export type ExtremesParams = typeof extremesParams.Type
