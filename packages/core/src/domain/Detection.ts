import { Schema, Struct } from "effect"

import { DatedAnnotation } from "./Annotation.ts"
import { Candle } from "./Candle.ts"
import { EpochMillis } from "./EpochMillis.ts"
import { Interval } from "./Interval.ts"
import { Direction, MatchMetadata } from "./Match.ts"
import { RuleScore } from "./RuleScore.ts"
import { StockSymbol } from "./StockSymbol.ts"

/** Confidence in a detection, 0…1. */
export const Confidence = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))

/** What a scorer says of a detection: how likely it is to come true, 0…1, and the model that says so. */
export const Score = Schema.Struct({ scorer: Schema.String, model: Schema.String, probability: Confidence })
export type Score = typeof Score.Type

/**
 * A match with identity, symbol, interval, times and the detector that made it.
 *
 * `id` is the same for the same candles on every replica, in a replay and after a restart. `detector` is
 * `name@version`. `time` is the start of the trigger candle, `confirmedAt` the close of the candle that completed the
 * evidence, `anchors` the starts of the candles that identify the match. A `provisional` one may still be denied: its
 * candle is still forming, or its pattern waits for later candles. `scores` are there when scorers are loaded,
 * `annotations` and `explanation` when they are asked for.
 */
export const Detection = Schema.Struct({
  id: Schema.String,
  symbol: StockSymbol,
  interval: Interval,
  detector: Schema.String,
  pattern: Schema.String,
  direction: Direction,
  confidence: Confidence,
  triggerPrice: Schema.Finite,
  time: EpochMillis,
  confirmedAt: EpochMillis,
  anchors: Schema.Array(EpochMillis),
  metadata: MatchMetadata,
  provisional: Schema.optionalKey(Schema.Literal(true)),
  scores: Schema.optionalKey(Schema.Array(Score)),
  annotations: Schema.optionalKey(Schema.Array(DatedAnnotation)),
  explanation: Schema.optionalKey(Schema.Array(RuleScore))
})
export type Detection = typeof Detection.Type

/** The trigger candle's prices and volume, which the published message repeats. */
export const TriggerCandle = Candle.mapFields(Struct.pick(["open", "high", "low", "close", "volume"]))
export type TriggerCandle = typeof TriggerCandle.Type
