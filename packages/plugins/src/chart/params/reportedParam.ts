import { param } from "@mjolnir/core"
import { Schema } from "effect"

/** When a pattern is reported. */
export const reportedParam = {
  reported: param(
    Schema.Literals(["breakout", "completion"]),
    "When the pattern is reported: when a candle closes beyond its level, or as soon as its last turn is known",
    "breakout"
  )
}
