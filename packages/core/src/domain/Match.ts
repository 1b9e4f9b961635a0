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
  /** 0…1. */
  readonly confidence: number
  /** Age of the candle that triggers the pattern. */
  readonly trigger: number
  /** Price at which the pattern triggers, in quote currency. */
  readonly price: number
  /** Ages of the candles that identify this match and no other, oldest first; at least one. */
  readonly anchors: readonly [number, ...ReadonlyArray<number>]
  readonly metadata?: MatchMetadata
  /**
   * Given when later candles may still deny the pattern, such as one of which the last turn is not confirmed. The match
   * that confirms it has other anchors.
   */
  readonly provisional?: true
}

/**
 * What a detector of ticks returns: a pattern that the forming candle shows as it stands. It may be gone when the candle
 * closes, so its detection is marked provisional.
 */
export interface ProvisionalMatch<Pattern extends string = string> {
  readonly pattern: Pattern
  readonly direction: Direction
  /** 0…1. */
  readonly confidence: number
  /** Price at which the pattern triggers, in quote currency. */
  readonly price: number
  /** Ages of the closed candles that, with the forming one, identify this match and no other; oldest first. */
  readonly anchors: ReadonlyArray<number>
  readonly metadata?: MatchMetadata
}
