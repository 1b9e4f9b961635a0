import { Context, Layer } from "effect"

import type { Delivery } from "../../src/plugin/defineSink.ts"
import { detectionWith } from "../../src/testing/detectionWith.ts"

/** A service that a part may use: a prefix for what it writes. */
export class Prefix extends Context.Service<Prefix, { readonly text: string }>()("Prefix") {
  static readonly layerOf = (text: string) => Layer.succeed(Prefix, Prefix.of({ text }))
}

/** Another service. */
export class Suffix extends Context.Service<Suffix, { readonly text: string }>()("Suffix") {
  static readonly layer = Layer.succeed(Suffix, Suffix.of({ text: "!" }))
}

export const detection = detectionWith({ id: "a", symbol: "AAPL" })

export const delivery: Delivery = { detection, candle: { open: 1, high: 1, low: 1, close: 1, volume: 1 } }
