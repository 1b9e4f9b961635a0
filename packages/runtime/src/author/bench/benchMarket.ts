import { type Candle, type Interval, StockSymbol } from "@mjolnir/core"

import { scenarioSeries } from "../scenarioSeries.ts"
import type { BenchInput } from "./BenchInput.ts"

/** The candles of several symbols, in the order in which they close. */
export interface BenchMarket {
  readonly interval: Interval
  readonly source: string
  readonly symbols: ReadonlyArray<StockSymbol>
  /** Of each symbol, all equally many. */
  readonly series: ReadonlyArray<ReadonlyArray<Candle>>
  /** Of each symbol. */
  readonly length: number
  /** Of all symbols. */
  readonly candles: number
}

/** About a hundred thousand candles, of the given series or made up. */
export const benchMarket = ({ interval, series, symbols }: Omit<BenchInput, "plugin">): BenchMarket => {
  const wanted = Math.max(1, Math.ceil(candlesInAll / symbols))
  const made = Array.from({ length: Math.min(symbols, seeds) }, (_, index) =>
    series === undefined ? scenarioSeries(interval, { atLeast: wanted, seed: index + 1 }).candles : series.candles
  )
  const length = Math.min(wanted, ...made.map((candles) => candles.length))
  return {
    interval: series?.interval ?? interval,
    source: series?.source ?? "made-up scenarios",
    symbols: Array.from({ length: symbols }, (_, index) => StockSymbol.make(`S${index}`)),
    series: Array.from({ length: symbols }, (_, index) => made[index % made.length] ?? []),
    length,
    candles: length * symbols
  }
}

const candlesInAll = 100_000

/** Made-up series that differ; symbols beyond share them. */
const seeds = 10
