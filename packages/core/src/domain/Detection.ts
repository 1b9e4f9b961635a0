import { Schema, Struct } from "effect"

import { Candle } from "./Candle.ts"
import { EpochMillis } from "./EpochMillis.ts"
import { Interval } from "./Interval.ts"
import { Direction, MatchMetadata } from "./Match.ts"
import { StockSymbol } from "./StockSymbol.ts"

/** Confidence in a detection, 0…1. */
export const Confidence = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))

/**
 * A match with identity, symbol, interval, times and the detector that made it.
 *
 * `id` is the same for the same candles on every replica, in a replay and after a restart. `detector` is
 * `name@version`. `time` is the start of the trigger candle, `confirmedAt` the close of the candle that completed the
 * evidence, `anchors` the starts of the candles that identify the match. `metadata.raw_confidence` is there when
 * `confidence` had to be clamped.
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
  metadata: MatchMetadata
})
export type Detection = typeof Detection.Type

/** The trigger candle's prices and volume, which the published message repeats. */
export const TriggerCandle = Candle.mapFields(Struct.pick(["open", "high", "low", "close", "volume"]))
export type TriggerCandle = typeof TriggerCandle.Type
