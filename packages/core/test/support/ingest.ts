import { defaultCandleSettings } from "../../src/candles/CandleBuilder.ts"
import type { Candle } from "../../src/domain/Candle.ts"
import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { FrameIngest } from "../../src/ingest/FrameIngest.ts"
import type { BrokerReply } from "../../src/wire/BrokerMessage.ts"
import type { FrameOutcome } from "../../src/wire/FrameOutcome.ts"

/** A FrameIngest with what it has told its listener, and ways to speak to it in text. */
export interface TestIngest {
  readonly ingest: FrameIngest
  readonly candles: ReadonlyArray<readonly [string, Candle]>
  readonly replies: ReadonlyArray<BrokerReply>
  readonly send: (text: string) => FrameOutcome
  readonly watch: (symbol: string) => void
  readonly unwatch: (symbol: string) => void
}

/** Watches the symbols, with the documented settings. */
export const makeIngest = (symbols: ReadonlyArray<string>): TestIngest => {
  const candles: Array<readonly [string, Candle]> = []
  const replies: Array<BrokerReply> = []
  const ingest = new FrameIngest(defaultCandleSettings, {
    onCandle: (symbol, candle) => candles.push([symbol, candle]),
    onBrokerReply: (reply) => replies.push(reply)
  })
  const watch = (symbol: string): void => ingest.watch(StockSymbol.make(symbol))
  symbols.forEach(watch)
  return {
    ingest,
    candles,
    replies,
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
