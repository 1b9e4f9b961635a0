import { Predicate } from "effect"

import { epochMillis } from "../domain/EpochMillis.ts"
import { isStockSymbol } from "../domain/StockSymbol.ts"
import { greatestVolume, type Tick } from "../domain/Tick.ts"
import type { RejectReason } from "../wire/FrameOutcome.ts"
import { millisFromWire } from "../wire/wireTime.ts"

/** The tick that a feed plugin gave, if it is one: the same checks and reasons as for a frame of the built-in protocol. */
export const checkTick = (given: unknown): Tick | RejectReason => {
  if (!Predicate.isObject(given)) return "wrong_type"
  const { symbol, time, price, volume }: Partial<Record<keyof Tick, unknown>> = given
  if (symbol === undefined) return "no_symbol"
  if (time === undefined) return "no_time"
  if (price === undefined) return "no_price"
  if (typeof symbol !== "string" || typeof time !== "number" || typeof price !== "number") return "wrong_type"
  if (!isStockSymbol(symbol)) return "bad_symbol"
  // Whole milliseconds of a sane time are those that stay what they are; seconds do not.
  if (millisFromWire(time) !== time) return "absurd_time"
  if (!(price > 0 && Number.isFinite(price))) return "bad_price"
  if (volume === undefined) return { symbol, time: epochMillis(time), price }
  if (typeof volume !== "number") return "wrong_type"
  if (!(volume >= 0 && volume <= greatestVolume)) return "bad_volume"
  return { symbol, time: epochMillis(time), price, volume }
}
