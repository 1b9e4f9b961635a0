import { Context, Layer } from "effect"

import type { Detection } from "../../src/domain/Detection.ts"
import { epochMillis } from "../../src/domain/EpochMillis.ts"
import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import type { Delivery } from "../../src/plugin/defineSink.ts"

/** A service that a part may use: a prefix for what it writes. */
export class Prefix extends Context.Service<Prefix, { readonly text: string }>()("Prefix") {
  static readonly layerOf = (text: string) => Layer.succeed(Prefix, Prefix.of({ text }))
}

/** Another service. */
export class Suffix extends Context.Service<Suffix, { readonly text: string }>()("Suffix") {
  static readonly layer = Layer.succeed(Suffix, Suffix.of({ text: "!" }))
}

export const detection: Detection = {
  id: "a",
  symbol: StockSymbol.make("AAPL"),
  interval: "1m",
  detector: "made-up@1.0.0",
  pattern: "SEEN",
  direction: "bullish",
  confidence: 0.9,
  triggerPrice: 10,
  time: epochMillis(0),
  confirmedAt: epochMillis(60_000),
  anchors: [],
  metadata: {}
}

export const delivery: Delivery = { detection, candle: { open: 1, high: 1, low: 1, close: 1, volume: 1 } }
