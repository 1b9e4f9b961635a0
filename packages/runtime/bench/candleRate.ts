import { type Candle, epochMillis } from "@mjolnir/core"
import { SymbolPipeline } from "@mjolnir/core/pipeline"

import { asSymbols } from "./asSymbols.ts"
import { plan } from "./benchService.ts"
import { randomWalks, symbolNames } from "./MarketFrames.ts"
import { median } from "./median.ts"

const symbolCount = 100
const candlesPerSymbol = 500

/** Candles per second through all classic detectors and the gates, the candles of the symbols in turn; median of `rounds`. */
export const measureCandleRate = (rounds: number): number => {
  const names = asSymbols(symbolNames(symbolCount))
  const candles = randomCandles()
  const rates: Array<number> = []
  for (let round = 0; round <= rounds; round++) {
    const pipelines = names.map((symbol) => new SymbolPipeline(symbol, plan))
    const cpuBefore = process.threadCpuUsage()
    for (let minute = 0; minute < candlesPerSymbol; minute++) {
      for (const [index, pipeline] of pipelines.entries()) {
        const candle = candles[minute * symbolCount + index]
        if (candle !== undefined) pipeline.onCandle(candle)
      }
    }
    const { user, system } = process.threadCpuUsage(cpuBefore)
    if (round > 0) rates.push(candles.length / ((user + system) / 1e6))
  }
  return median(rates)
}

/** Ten ticks of a random walk each. */
const randomCandles = (): ReadonlyArray<Candle> => {
  const walk = randomWalks(symbolCount)
  const start = Date.parse("2025-01-06T14:30:00Z")
  return Array.from({ length: candlesPerSymbol * symbolCount }, (_, position) => {
    const index = position % symbolCount
    const prices = Array.from({ length: 10 }, () => walk(index))
    return {
      time: epochMillis(start + Math.floor(position / symbolCount) * 60_000),
      open: prices[0] ?? 0,
      high: Math.max(...prices),
      low: Math.min(...prices),
      close: prices[9] ?? 0,
      volume: 500 + ((position * 7_919) % 1_000),
      ticks: 10,
      partial: false,
      gap: 0
    }
  })
}
