import { Schema } from "effect"

/** Where a pattern says the price is going. */
export const Direction = Schema.Literals(["bullish", "bearish", "neutral"])
export type Direction = typeof Direction.Type

/** Figures and words that say how a match came about; numbers are unrounded. */
export const MatchMetadata = Schema.Record(Schema.String, Schema.Union([Schema.Finite, Schema.String, Schema.Boolean]))
export type MatchMetadata = typeof MatchMetadata.Type

const Age = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/**
 * What a detector returns: a pattern that the newest candle completes.
 *
 * Candles are named by their age in the window: 0 is the newest, 1 the one before it. `confidence` is 0…1; the host clamps
 * a value outside and keeps the raw one in the metadata. `trigger` is the age of the candle that triggers the pattern,
 * `price` the price at which it does, in quote currency. `anchors` are the ages of the candles that identify this match
 * and no other, oldest first.
 */
export const Match = Schema.Struct({
  pattern: Schema.String,
  direction: Direction,
  confidence: Schema.Finite,
  trigger: Age,
  price: Schema.Finite,
  anchors: Schema.Array(Age),
  metadata: MatchMetadata
})
export interface Match<Pattern extends string = string> extends Schema.Schema.Type<typeof Match> {
  readonly pattern: Pattern
}
