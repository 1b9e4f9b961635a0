import { Option, Predicate, Result, Schema, SchemaIssue } from "effect"

import type { CandleState } from "../candles/CandleState.ts"
import { isStockSymbol } from "../domain/StockSymbol.ts"
import type { Tick } from "../domain/Tick.ts"
import { BrokerReply, patternTopic, stockTopicPrefix } from "./BrokerMessage.ts"
import type { RejectReason } from "./FrameOutcome.ts"
import { EnvelopeData, FlatTick, Sync, tickOfEnvelope } from "./TickFrames.ts"

/** A frame as it was understood. */
export type IncomingFrame =
  | { readonly _tag: "Tick"; readonly tick: Tick; readonly candleState?: CandleState }
  | { readonly _tag: "BrokerReply"; readonly reply: BrokerReply }
  | { readonly _tag: "Pattern" }
  | { readonly _tag: "Rejected"; readonly reason: RejectReason }

/**
 * Understands one frame in any documented form. Never throws: what is not understood is rejected with a reason.
 *
 * The forms are tried in this order: broker reply, published pattern, flat tick, envelope of a `stock:` topic.
 *
 * @example
 * decodeFrame('{"ticker":"LOOP","timestamp":1753277400,"price":1.5}')
 * // => { _tag: "Tick", tick: { symbol: "LOOP", time: 1753277400000, price: 1.5 } }
 */
export const decodeFrame = (text: string): IncomingFrame => {
  let frame: unknown
  try {
    frame = JSON.parse(text)
  } catch {
    return rejected("not_json")
  }
  if (!Predicate.isObject(frame)) return rejected("not_an_object")
  if (isBrokerReply(frame)) return { _tag: "BrokerReply", reply: frame }
  if (isPattern(frame)) return { _tag: "Pattern" }
  const topic = field(frame, "topic")
  const isFlat = has(frame, "ticker") && has(frame, "timestamp") && has(frame, "price")
  if (!isFlat && typeof topic === "string" && topic.startsWith(stockTopicPrefix)) return decodeEnvelope(frame, topic)
  return isFlat || has(frame, "ticker") || has(frame, "timestamp") || has(frame, "price")
    ? decodeFlatTick(frame)
    : rejected("unknown_form")
}

const decodeFlatTick = (frame: object): IncomingFrame => {
  const tick = decodeFlat(frame)
  return Result.isSuccess(tick) ? { _tag: "Tick", tick: tick.success } : rejected(reasonOf(tick.failure, frame))
}

const decodeEnvelope = (frame: object, topic: string): IncomingFrame => {
  const symbol = topic.slice(stockTopicPrefix.length)
  if (!isStockSymbol(symbol)) return rejected("bad_symbol")
  const data = field(frame, "data")
  if (data === undefined || data === null) return rejected("no_data")
  if (!Predicate.isObject(data)) return rejected("wrong_type")
  const decoded = decodeData(data)
  if (Result.isFailure(decoded)) return rejected(reasonOf(decoded.failure, data))
  const candleState = candleStateOf(field(frame, "sync"))
  const tick = tickOfEnvelope(symbol, decoded.success)
  return candleState === undefined ? { _tag: "Tick", tick } : { _tag: "Tick", tick, candleState }
}

/** A `sync` that cannot be read costs the candle state, not the tick. */
const candleStateOf = (sync: unknown): CandleState | undefined => {
  const state = Option.getOrUndefined(decodeSync(sync))?.candle_state
  if (state === undefined || state === null) return undefined
  const { start_time, open_price, high_price, low_price, tick_count } = state
  return { time: start_time, open: open_price, high: high_price, low: low_price, ticks: tick_count }
}

const isPattern = (frame: object): boolean =>
  field(frame, "type") === "pattern_detected" ||
  field(frame, "topic") === patternTopic ||
  typeof field(frame, "pattern") === "string"

const isBrokerReply = Schema.is(BrokerReply)
const decodeFlat = Schema.decodeUnknownResult(FlatTick)
const decodeData = Schema.decodeUnknownResult(EnvelopeData)
const decodeSync = Schema.decodeUnknownOption(Sync)

const has = (frame: object, key: string): boolean => Object.hasOwn(frame, key)
const field = (frame: object, key: string): unknown => Reflect.get(frame, key)
const rejected = (reason: RejectReason): IncomingFrame => ({ _tag: "Rejected", reason })

/** The type that each field must have, and the reasons for which a tick is rejected on its account. */
const fieldRules: Readonly<
  Record<string, { readonly type: string; readonly absent: RejectReason; readonly bad: RejectReason }>
> = {
  ticker: { type: "string", absent: "no_symbol", bad: "bad_symbol" },
  timestamp: { type: "number", absent: "no_time", bad: "absurd_time" },
  price: { type: "number", absent: "no_price", bad: "bad_price" },
  volume: { type: "number", absent: "bad_volume", bad: "bad_volume" }
}

const reasonOf = (error: Schema.SchemaError, data: object): RejectReason => {
  const key = String(formatIssue(error.issue).issues[0]?.path?.[0])
  const rule = fieldRules[key]
  const value = field(data, key)
  if (rule === undefined) return "wrong_type"
  if (value === undefined || value === null) return rule.absent
  return typeof value === rule.type ? rule.bad : "wrong_type"
}

const formatIssue = SchemaIssue.makeFormatterStandardSchemaV1()
