import type { OutboxItem } from "@mjolnir/core/services"
import { type DetectionFields, detectionWith } from "@mjolnir/core/testing"

/** A made-up detection on its way out. */
export const itemOf = (id: string, symbol = "AAPL", fields: DetectionFields = {}): OutboxItem => ({
  detection: detectionWith({ id, symbol, ...fields }),
  candle: { open: 1, high: 1, low: 1, close: 1, volume: 1 },
  closedAt: 0
})
