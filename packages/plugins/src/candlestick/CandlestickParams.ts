import { param } from "@mjolnir/core"
import { Schema } from "effect"

import { patternIds } from "./PatternId.ts"
import { penetrations } from "./penetrations.ts"

/** What an operator may set. */
export const CandlestickParams = Schema.Struct({
  patterns: param(
    Schema.Union([Schema.Literal("all"), Schema.NonEmptyArray(Schema.Literals(patternIds))]),
    "The patterns to look for, such as CDLHAMMER; all of them when it is `all`",
    "all"
  ),
  ...penetrations
})
export type CandlestickParams = typeof CandlestickParams.Type
