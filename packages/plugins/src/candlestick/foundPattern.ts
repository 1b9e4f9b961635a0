import type { Match } from "@mjolnir/core"

import { confidenceOf } from "./confidence.ts"
import type { PatternId } from "./PatternId.ts"
import type { TalibValue } from "./TalibValue.ts"

/** All that is known of a match before it is found, so that finding it costs no more than a price. */
export type FoundPattern = Required<Omit<Match<PatternId>, "price" | "provisional">>

/** What TA-Lib's value means for a pattern whose first candle is `oldest` candles before the newest. */
export const foundPattern = (pattern: PatternId, value: TalibValue, oldest: number): FoundPattern => ({
  pattern,
  direction: value > 0 ? "bullish" : "bearish",
  confidence: confidenceOf(value),
  trigger: 0,
  anchors: oldest === 0 ? newestAlone : Object.freeze([oldest, 0] as const),
  metadata: Object.freeze({ value })
})

const newestAlone = Object.freeze([0] as const)
