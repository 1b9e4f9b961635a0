import { Schema } from "effect"

/** Where a pattern says the price is going. */
export const Direction = Schema.Literals(["bullish", "bearish", "neutral"])
export type Direction = typeof Direction.Type

/** Figures and words that say how a match came about; numbers are unrounded. */
export const MatchMetadata = Schema.Record(Schema.String, Schema.Union([Schema.Finite, Schema.String, Schema.Boolean]))
export type MatchMetadata = typeof MatchMetadata.Type

/**
 * What a detector returns: a pattern that the newest candle completes.
 *
 * Candles are named by their age in the window: 0 is the newest, 1 the one before it.
 */
export interface Match<Pattern extends string = string> {
  readonly pattern: Pattern
  readonly direction: Direction
  /** 0…1; the host clamps a value outside and keeps the raw one in the metadata. */
  readonly confidence: number
  /** Age of the candle that triggers the pattern. */
  readonly trigger: number
  /** Price at which the pattern triggers, in quote currency. */
  readonly price: number
  /** Ages of the candles that identify this match and no other, oldest first; at least one. */
  readonly anchors: readonly [number, ...ReadonlyArray<number>]
  readonly metadata: MatchMetadata
}

const Age = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** The form of a {@link Match}, for matches that come from outside the process. */
export const Match: Schema.Codec<Match> = Schema.Struct({
  pattern: Schema.String,
  direction: Direction,
  confidence: Schema.Finite,
  trigger: Age,
  price: Schema.Finite,
  anchors: Schema.NonEmptyArray(Age),
  metadata: MatchMetadata
})
