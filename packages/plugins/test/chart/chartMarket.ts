import { type Candle, type Detector, type ExampleCandle, exampleCandles, type Match } from "@mjolnir/core"
import { matchesOf } from "@mjolnir/core/testing"

/** What a detector finds, in order, each with the number of its candle. */
export const findsOf = (
  detector: Detector,
  market: ReadonlyArray<Candle>,
  settings: unknown = {}
): ReadonlyArray<readonly [candle: number, match: Match]> =>
  matchesOf(detector, market, { settings }).flatMap((matches, candle) =>
    matches.map((match) => [candle, match] as const)
  )

/** The patterns that it finds in an example, in order. */
export const patternsIn = (
  detector: Detector,
  example: ReadonlyArray<ExampleCandle>,
  settings: unknown = {}
): ReadonlyArray<string> => findsOf(detector, exampleCandles(example), settings).map(([, { pattern }]) => pattern)
