import { Schema } from "effect"

import { EpochMillis } from "./EpochMillis.ts"
import { StockSymbol } from "./StockSymbol.ts"

/** The greatest volume that a tick can have. */
export const greatestVolume = 1e200

/**
 * One trade print.
 *
 * `price` is in quote currency and greater than 0; `volume` is in shares, absent when the feed does not say, and not so
 * great that a candle's sum of volumes could overflow.
 */
export const Tick = Schema.Struct({
  symbol: StockSymbol,
  time: EpochMillis,
  price: Schema.Finite.check(Schema.isGreaterThan(0)),
  volume: Schema.optionalKey(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: greatestVolume })))
})
export type Tick = typeof Tick.Type
