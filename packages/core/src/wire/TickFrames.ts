import { Schema, SchemaTransformation } from "effect"

import type { EpochMillis } from "../domain/EpochMillis.ts"
import { StockSymbol } from "../domain/StockSymbol.ts"
import { greatestVolume, Tick } from "../domain/Tick.ts"
import { WireTime } from "./wireTime.ts"

const Price = Tick.fields.price
const Volume = Schema.optionalKey(
  Schema.NullOr(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: greatestVolume })))
)

/**
 * A flat tick: `{"ticker":"AAPL","timestamp":1753277400000,"price":150.25}`, with an optional `volume`, for which null
 * means absent. Other fields (`prev_price`, `mav10`, `float`, `delta`, `multiplier`, …) are allowed and not read.
 */
export const FlatTick = Schema.Struct({ ticker: StockSymbol, timestamp: WireTime, price: Price, volume: Volume }).pipe(
  Schema.decodeTo(
    Schema.toType(Tick),
    SchemaTransformation.transform({
      decode: ({ ticker, timestamp, price, volume }) => tickOf(ticker, timestamp, price, volume),
      encode: ({ symbol, time, price, volume }) => ({
        ticker: symbol,
        timestamp: time,
        price,
        ...(volume === undefined ? {} : { volume })
      })
    })
  )
)

/** The `data` of an envelope: a flat tick whose `ticker` is not read, for the topic names the stock. */
export const EnvelopeData = Schema.Struct({ timestamp: WireTime, price: Price, volume: Volume })

/** The tick that the data of an envelope for `symbol` holds. */
export const tickOfEnvelope = (symbol: StockSymbol, data: typeof EnvelopeData.Type): Tick =>
  tickOf(symbol, data.timestamp, data.price, data.volume)

/** What the producer's `sync` block says of the minute before the tick it travels with. */
const WireCandleState = Schema.Struct({
  start_time: WireTime,
  open_price: Price,
  high_price: Price,
  low_price: Price,
  tick_count: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
})

/** The part of an envelope's `sync` that is read. */
export const Sync = Schema.Struct({ candle_state: Schema.optionalKey(Schema.NullOr(WireCandleState)) })

const tickOf = (symbol: StockSymbol, time: EpochMillis, price: number, volume: number | null | undefined): Tick =>
  volume === undefined || volume === null ? { symbol, time, price } : { symbol, time, price, volume }
