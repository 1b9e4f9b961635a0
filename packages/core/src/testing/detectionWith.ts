import type { Detection } from "../domain/Detection.ts"
import { epochMillis } from "../domain/EpochMillis.ts"
import { StockSymbol } from "../domain/StockSymbol.ts"

/** Some fields of a detection, as a test writes them. */
export interface DetectionFields extends Partial<Omit<Detection, "symbol" | "time" | "confirmedAt" | "anchors">> {
  readonly symbol?: string
  readonly time?: number
  readonly confirmedAt?: number
  readonly anchors?: ReadonlyArray<number>
}

/**
 * A detection that nothing is wrong with, for tests of what comes after a detector: scorers, gates and sinks. Those that
 * differ in fields that identify a detection need an `id` of their own.
 *
 * @example
 * detectionWith({ symbol: "AAPL", confidence: 0.4 })
 */
export const detectionWith = ({
  anchors = [defaultTime],
  confirmedAt = defaultTime + 60_000,
  symbol = "TEST",
  time = defaultTime,
  ...fields
}: DetectionFields = {}): Detection => ({
  id: "0123456789abcdef0123456789abcdef",
  symbol: StockSymbol.make(symbol),
  interval: "1m",
  detector: "made-up@1.0.0",
  pattern: "MADE_UP",
  direction: "bullish",
  confidence: 0.9,
  triggerPrice: 10,
  time: epochMillis(time),
  confirmedAt: epochMillis(confirmedAt),
  anchors: anchors.map((anchor) => epochMillis(anchor)),
  metadata: {},
  ...fields
})

/** 2025-07-23 13:30 UTC. */
const defaultTime = Date.UTC(2025, 6, 23, 13, 30)
