import type { Candle, Detector, Match } from "@mjolnir/core"
import { candles, matchesOf } from "@mjolnir/core/testing"
import { Arbitrary, Schema } from "effect"

/** Open, high, low, close and, when it is not 100, volume. */
export type Bar = readonly [open: number, high: number, low: number, close: number, volume?: number]

/** Candles of a minute, one after the other. */
export const candlesOf = (bars: ReadonlyArray<Bar>): ReadonlyArray<Candle> =>
  candles(
    [
      "open high low close volume",
      ...bars.map(([open, high, low, close, volume = 100]) => [open, high, low, close, volume].join(" "))
    ].join("\n")
  )

/** What a detector finds at the last candle. */
export const matchesAtEnd = (
  detector: Detector,
  bars: ReadonlyArray<Bar>,
  settings: unknown = {}
): ReadonlyArray<Match> => matchesOf(detector, candlesOf(bars), { settings }).at(-1) ?? []

/** A candle with a body and shadows of one cent. */
export const plain = (open: number, close: number, volume = 100): Bar => [
  open,
  Math.max(open, close) + 0.01,
  Math.min(open, close) - 0.01,
  close,
  volume
]

/** The candles upside down: a price p becomes `sum` − p. */
export const mirrored = (bars: ReadonlyArray<Bar>, sum: number): ReadonlyArray<Bar> =>
  bars.map(([open, high, low, close, volume = 100]) => [sum - open, sum - low, sum - high, sum - close, volume])

/**
 * Random walks around 16 in steps of 1/64, so that sums and differences of prices are exact and equal highs and lows
 * are common.
 */
export const walks: Arbitrary.Arbitrary<ReadonlyArray<Bar>> = Arbitrary.map(
  Arbitrary.array(
    Arbitrary.schema(
      Schema.Struct({
        step: Schema.Int.check(Schema.isBetween({ minimum: -2, maximum: 2 })),
        above: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1 })),
        below: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
      })
    ),
    { minLength: 100, maxLength: 200 }
  ),
  (steps) => {
    let price = 16
    return steps.map(({ above, below, step }): Bar => {
      const open = price
      price += step / 64
      return [open, Math.max(open, price) + above / 64, Math.min(open, price) - below / 64, price]
    })
  }
)
