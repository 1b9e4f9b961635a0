import { Schema } from "effect"

import { pivotParams } from "../../pivots/pivotParams.ts"
import { setting } from "../../setting.ts"
import { bowlParams, lengthParam } from "./bowlParams.ts"

export const cupParams = Schema.Struct({
  ...pivotParams,
  ...lengthParam(25),
  ...bowlParams,
  rimTolerance: setting("How far the rims may be apart, as a share of the cup's depth", 0.4),
  maximumHandleDepth: setting("How far the handle may come down, as a share of the cup's depth", 0.5),
  maximumHandleLength: setting("How long the handle may be, as a share of the cup's length", 1)
})
export type CupParams = typeof cupParams.Type
