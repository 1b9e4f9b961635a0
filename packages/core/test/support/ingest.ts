import { defaultCandleSettings } from "../../src/candles/CandleBuilder.ts"
import type { Candle } from "../../src/domain/Candle.ts"
import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { FrameIngest } from "../../src/ingest/FrameIngest.ts"
import type { FrameOutcome } from "../../src/wire/FrameOutcome.ts"

/** A FrameIngest with what it has told its listener, and ways to speak to it in text. */
export interface TestIngest {
  readonly ingest: FrameIngest
  readonly candles: ReadonlyArray<readonly [string, Candle]>
  readonly send: (text: string) => FrameOutcome
  readonly watch: (symbol: string, marketTime?: number) => void
  /** Open candles that are lost. */
  readonly unwatch: (symbol: string) => number
}

/** Watches the symbols, with the documented settings. */
export const makeIngest = (symbols: ReadonlyArray<string>): TestIngest => {
  const candles: Array<readonly [string, Candle]> = []
  const ingest = new FrameIngest(defaultCandleSettings, (symbol, candle) => candles.push([symbol, candle]))
  const watch = (symbol: string, marketTime?: number): void => ingest.watch(StockSymbol.make(symbol), marketTime)
  for (const symbol of symbols) watch(symbol)
  return {
    ingest,
    candles,
    send: (text) => ingest.onFrame(encoder.encode(text)),
    watch,
    unwatch: (symbol) => ingest.unwatch(StockSymbol.make(symbol))
  }
}

/** A flat tick's frame. */
export const flat = (ticker: string, timestamp: number, price: number): string =>
  JSON.stringify({ ticker, timestamp, price })

/** An envelope's frame. */
export const envelope = (symbol: string, timestamp: number, price: number, sync?: object): string =>
  JSON.stringify({ topic: `stock:${symbol}`, data: { timestamp, price }, sync })

const encoder = new TextEncoder()
