import { param } from "@mjolnir/core"
import { Schema } from "effect"

import { pivotParams } from "../../pivots/pivotParams.ts"
import { setting } from "../../setting.ts"
import { methodParams } from "../params/methodParams.ts"
import { reportedParam } from "../params/reportedParam.ts"

export const headParams = Schema.Struct({
  ...pivotParams,
  ...methodParams,
  ...reportedParam,
  tolerance: setting(
    "How far each shoulder may be from the average of both, and each armpit from that of both, as a share of it",
    0.015
  ),
  toleranceAtr: setting("How far the shoulders, and the armpits, may be apart, in ATRs", 2),
  minimumHead: setting("How far the head must be above the higher shoulder, in ATRs", 1),
  minimumHeight: setting("How far the head must be above the neckline, in ATRs", 4.5),
  asymmetry: param(
    Schema.Finite.check(Schema.isGreaterThanOrEqualTo(1)),
    "How many times as long as the other the way from head to one shoulder may be",
    2.5
  )
})
export type HeadParams = typeof headParams.Type
