import type { Candle } from "@mjolnir/core"
import { flatCandles, scenarios } from "@mjolnir/core/testing"

import { start } from "../support/service.ts"

/** A frame of the market, and the symbol that it is about. */
interface Trade {
  readonly ticker: string
  readonly timestamp: number
  readonly price: number
  readonly volume: number
}

/** Candles of one symbol each, in which every classic pattern is found. */
const series: ReadonlyArray<ReadonlyArray<Candle>> = [
  ...[1, 2, 3].flatMap((seed) =>
    [scenarios.bullFlag, scenarios.doubleTop, scenarios.doubleBottom, scenarios.pennyPrices].map(({ make }) =>
      make(seed)
    )
  ),
  scenarios.randomWalk.make(8),
  // The classic bear flag falls faster than that of the scenarios.
  flatCandles([100, 98, 95, 92, 90, 92, 93, 94, 93.5, 93.2])
]

/** The trades that amount to the candles, as if all had begun at the start of the tests. */
const tradesOf = (candles: ReadonlyArray<Candle>, index: number): ReadonlyArray<Trade> =>
  candles.flatMap(({ close, high, low, open, time, volume }) =>
    [open, high, low, close].map((price, quarter) => ({
      ticker: `S${index}`,
      timestamp: start + time - (candles[0]?.time ?? 0) + quarter * 15_000,
      price,
      volume: volume / 4
    }))
  )

/** A market of some symbols over some hours in which every classic pattern is found: its trades in order of time. */
export const classicMarket: ReadonlyArray<Trade> = series.flatMap(tradesOf).sort((a, b) => a.timestamp - b.timestamp)

/** The symbols that are traded there. */
export const classicSymbols: ReadonlyArray<string> = [...new Set(classicMarket.map(({ ticker }) => ticker))]
