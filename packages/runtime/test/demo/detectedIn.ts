import { type Candle, type Detection, type EpochMillis, epochMillis, type StockSymbol } from "@mjolnir/core"
import { defaultCandleSettings } from "@mjolnir/core/candles"
import { FrameIngest } from "@mjolnir/core/ingest"
import { makePipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import classicPlugin from "@mjolnir/plugins/classic"
import { Result } from "effect"

import { type MarketMinute, simulatedMarket } from "../../src/demo/simulatedMarket.ts"

/** When the markets of the tests open. */
export const opening = epochMillis(Date.parse("2025-07-23T13:30:00Z"))

/** The minutes of a market up to `minutes` after its opening. */
export const minutesOf = (
  seed: number,
  symbols: ReadonlyArray<StockSymbol>,
  minutes: number
): ReadonlyArray<MarketMinute> => {
  const end = opening + minutes * 60_000
  const taken: Array<MarketMinute> = []
  for (const minute of simulatedMarket(seed, symbols, opening)) {
    if (minute.start >= end) return taken
    taken.push(minute)
  }
  return taken
}

/** What the pure pipeline makes of a market when all of its candles have closed. */
export const detectedIn = (market: ReadonlyArray<MarketMinute>, symbols: ReadonlyArray<StockSymbol>) => {
  const plan = Result.getOrThrow(makePipelinePlan(classicPlugin.detectors))
  const pipelines = new Map(symbols.map((symbol) => [symbol, new SymbolPipeline(symbol, plan)]))
  const candles: Array<{ readonly symbol: StockSymbol; readonly candle: Candle }> = []
  const detections: Array<Detection> = []
  const ingest = new FrameIngest(defaultCandleSettings, (symbol, candle) => {
    candles.push({ symbol, candle })
    for (const decision of pipelines.get(symbol)?.onCandle(candle).decisions ?? []) {
      if (decision._tag === "Publish") detections.push(decision.detection)
    }
  })
  for (const symbol of symbols) ingest.watch(symbol)
  let end: EpochMillis = opening
  for (const { start, ticks } of market) {
    for (const { symbol, time, price, volume } of ticks) {
      ingest.onFrame(Buffer.from(JSON.stringify({ ticker: symbol, timestamp: time, price, volume })))
    }
    end = epochMillis(start + 60_000)
  }
  ingest.closeUpTo(end + defaultCandleSettings.graceMillis)
  return { candles, detections, counts: ingest.counts, end }
}
