import { param } from "@mjolnir/core"
import { Schema } from "effect"

import { pivotParams } from "../../pivots/pivotParams.ts"
import { setting } from "../../setting.ts"

const share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
const candles = (least: number) => Schema.Int.check(Schema.isBetween({ minimum: least, maximum: 200 }))

export const flagParams = Schema.Struct({
  ...pivotParams,
  minimumPole: setting("How far the pole must go, in average true ranges of the candles up to its tip", 5),
  poleCandles: param(candles(2), "Candles that the pole may take from its base to its tip", 12),
  flagCandles: param(candles(3), "Candles between the tip and the breakout at least", 5),
  flagWidth: setting("Candles between the tip and the breakout at the most, for each of the pole's", 1.5),
  retracement: param(share, "Part of the pole that the flag may give back", 0.5),
  level: setting("How far the lines of a flag may go the way of the pole, in those true ranges", 0.5),
  convergence: param(
    share,
    "What part of their distance the lines of a pennant may keep; those of a flag keep more, to both sides",
    0.7
  )
})
export type FlagParams = typeof flagParams.Type
