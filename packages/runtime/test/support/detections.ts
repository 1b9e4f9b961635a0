import { type Detection, epochMillis, StockSymbol } from "@mjolnir/core"
import type { OutboxItem } from "@mjolnir/core/services"

/** A made-up detection. */
export const detectionOf = (id: string, symbol = "AAPL", fields: Partial<Detection> = {}): Detection => ({
  id,
  symbol: StockSymbol.make(symbol),
  interval: "1m",
  detector: "made-up@1.0.0",
  pattern: "SEEN",
  direction: "bullish",
  confidence: 0.9,
  triggerPrice: 10,
  time: epochMillis(0),
  confirmedAt: epochMillis(60_000),
  anchors: [],
  metadata: {},
  ...fields
})

/** It, on its way out. */
export const itemOf = (id: string, symbol = "AAPL", fields: Partial<Detection> = {}): OutboxItem => ({
  detection: detectionOf(id, symbol, fields),
  candle: { open: 1, high: 1, low: 1, close: 1, volume: 1 },
  closedAt: 0
})
