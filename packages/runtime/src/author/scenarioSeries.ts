import {
  type Candle,
  emptyIntervalsBetween,
  epochMillis,
  type Interval,
  intervalMillis,
  StockSymbol
} from "@mjolnir/core"
import { scenarios } from "@mjolnir/core/testing"

import type { CandleSeries } from "./CandleSeries.ts"

/**
 * A made-up market for authors who have no candles at hand, the same for the same seed: the scenarios of the test kit one
 * after the other, as candles of this interval, until there are at least so many.
 */
export const scenarioSeries = (interval: Interval, { atLeast = 1_000, seed = 1 } = {}): CandleSeries => {
  const candles: Array<Candle> = []
  for (let round = 0; candles.length < atLeast; round++) {
    for (const { make } of shown) append(candles, make(seed + round), interval)
  }
  return { symbol: StockSymbol.make("MADEUP"), interval, source: `made-up scenarios, seed ${seed}`, candles }
}

/** Those in which there is something to find, and a quiet one after each. */
const shown = [
  scenarios.doubleTop,
  scenarios.randomWalk,
  scenarios.bullFlag,
  scenarios.range,
  scenarios.headAndShoulders,
  scenarios.trendUp,
  scenarios.doubleBottom,
  scenarios.missingCandles,
  scenarios.bearFlag,
  scenarios.trendDown,
  scenarios.flashCrash,
  scenarios.priceGaps
]

/** Puts a stretch behind the candles, at the price at which they end. */
const append = (candles: Array<Candle>, stretch: ReadonlyArray<Candle>, interval: Interval): void => {
  const millis = intervalMillis[interval]
  const [first] = stretch
  if (first === undefined) return
  const before = candles.at(-1)
  const start = before === undefined ? firstStart(millis) : before.time + millis
  const factor = (before?.close ?? first.open) / first.open
  const price = (given: number) => Number((given * factor).toFixed(2))
  for (const candle of stretch) {
    // Scenarios are of minutes, and keep the minutes that are missing.
    const time = start + ((candle.time - first.time) / intervalMillis["1m"]) * millis
    candles.push({
      ...candle,
      time: epochMillis(time),
      open: price(candle.open),
      high: price(candle.high),
      low: price(candle.low),
      close: price(candle.close),
      gap: emptyIntervalsBetween(candles.at(-1)?.time, time, millis)
    })
  }
}

/** 2025-07-23 13:30 UTC, or when a candle of this length begins next. */
const firstStart = (millis: number): number => Math.ceil(Date.UTC(2025, 6, 23, 13, 30) / millis) * millis
