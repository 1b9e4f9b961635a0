import { param } from "@mjolnir/core"
import { Schema } from "effect"

import { pivotParams } from "../../pivots/pivotParams.ts"
import { setting } from "../../setting.ts"
import { methodParams } from "../params/methodParams.ts"
import { reportedParam } from "../params/reportedParam.ts"

export const lineParams = Schema.Struct({
  ...pivotParams,
  ...methodParams,
  ...reportedParam,
  toleranceAtr: setting(
    "How far a turn may be from its line, and a close beyond it inside of the shape, in ATRs",
    0.35
  ),
  flat: setting("How much a flat line may rise or fall from the first turn to the last, in ATRs", 1),
  steep: setting("How much another line must rise or fall from the first turn to the last at least, in ATRs", 2),
  tolerance: setting(
    "How far the highs of a rectangle may be from their average, and the lows from theirs, as a share of it; as published, for daily candles",
    0.0075
  ),
  minimumHeight: setting("How far apart the lines must be, on average of the first turn and the last, in ATRs", 4),
  convergence: param(
    Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 })),
    "What part of their greater distance the lines may keep where they are nearer to each other, at the first turn or " +
      "the last; those of a rectangle must keep more",
    0.65
  )
})
export type LineParams = typeof lineParams.Type
