import { Schema } from "effect"

import { EpochMillis } from "./EpochMillis.ts"
import { StockSymbol } from "./StockSymbol.ts"

/**
 * One trade print.
 *
 * `price` is in quote currency and greater than 0; `volume` is in shares, absent when the feed does not say.
 */
export const Tick = Schema.Struct({
  symbol: StockSymbol,
  time: EpochMillis,
  price: Schema.Finite.check(Schema.isGreaterThan(0)),
  volume: Schema.optionalKey(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)))
})
export type Tick = typeof Tick.Type
