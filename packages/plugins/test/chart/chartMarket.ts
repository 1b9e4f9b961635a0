import type { Candle, Detector, ExampleCandle, Match } from "@mjolnir/core"
import { candles, matchesOf } from "@mjolnir/core/testing"

/** Candles of a minute, one after the other. */
export const candlesOf = (example: ReadonlyArray<ExampleCandle>): ReadonlyArray<Candle> =>
  candles(
    [
      "open high low close volume",
      ...example.map(([open, high, low, close, volume = 1000]) => [open, high, low, close, volume].join(" "))
    ].join("\n")
  )

/** What a detector that sees all of its history finds, in order, each with the number of its candle. */
export const findsOf = (
  detector: Detector,
  market: ReadonlyArray<Candle>,
  settings: unknown = {}
): ReadonlyArray<readonly [candle: number, match: Match]> =>
  matchesOf(detector, market, { settings, lookback }).flatMap((matches, candle) =>
    matches.map((match) => [candle, match] as const)
  )

/** The patterns that it finds in an example, in order. */
export const patternsIn = (
  detector: Detector,
  example: ReadonlyArray<ExampleCandle>,
  settings: unknown = {}
): ReadonlyArray<string> => findsOf(detector, candlesOf(example), settings).map(([, { pattern }]) => pattern)

/** More than any history. */
export const lookback = 10_000
