import type { EpochMillis, StockSymbol } from "@mjolnir/core"
import { StockSymbol as StockSymbolSchema } from "@mjolnir/core"
import { Result, Schema, SchemaIssue } from "effect"

import { candleTime, timeForms } from "./candleTime.ts"

/** A candle as a row of a file gives it. */
export interface CandleRow {
  /** Undefined when the row does not say. */
  readonly symbol: StockSymbol | undefined
  readonly time: EpochMillis
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  readonly volume: number
  readonly ticks: number
  readonly partial: boolean
}

/** What is wrong with a row and what was expected instead. */
export interface RowFault {
  readonly problem: string
  readonly expected: string
}

/** Understands the fields of a row, of which unknown ones are not read. */
export const decodeCandleRow = (fields: object): Result.Result<CandleRow, RowFault> => {
  const decoded = decodeRow(fields)
  if (Result.isFailure(decoded)) return Result.fail(faultIn(decoded.failure, fields))
  const { time, timestamp, open, openPrice, ...rest } = decoded.success
  const column = time === undefined ? "timestamp" : "time"
  const stated = time ?? timestamp
  if (stated === undefined) return fault("time is missing", timeForms.time)
  const millis = candleTime(column, stated)
  if (millis === undefined) return fault(`${column} is ${JSON.stringify(stated)}`, timeForms[column])
  // The row of a candle that is still open has `true` under `open` and the price under `openPrice`.
  const firstPrice = open === true ? openPrice : open
  if (firstPrice === undefined) return fault("openPrice is missing", "a number, since open is true")
  if (rest.high < rest.low) return fault(`high ${rest.high} is below low ${rest.low}`, "a high at or above the low")
  return Result.succeed({
    symbol: rest.symbol,
    time: millis,
    open: firstPrice,
    high: rest.high,
    low: rest.low,
    close: rest.close,
    volume: rest.volume ?? 0,
    ticks: rest.ticks ?? 0,
    partial: rest.partial ?? false
  })
}

const Time = Schema.optionalKey(Schema.Union([Schema.Finite, Schema.String]))
const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

const Row = Schema.Struct({
  time: Time,
  timestamp: Time,
  open: Schema.Union([Schema.Finite, Schema.Literal(true)]),
  openPrice: Schema.optionalKey(Schema.Finite),
  high: Schema.Finite,
  low: Schema.Finite,
  close: Schema.Finite,
  volume: Schema.optionalKey(Schema.NullOr(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)))),
  symbol: Schema.optionalKey(StockSymbolSchema),
  ticks: Schema.optionalKey(Count),
  partial: Schema.optionalKey(Schema.Boolean)
})

const expected: Readonly<Record<string, string>> = {
  ...timeForms,
  volume: "a number of at least 0",
  symbol: "a stock symbol: 1 to 32 printable ASCII characters without spaces",
  ticks: "a whole number of at least 0",
  partial: "true or false"
}

const decodeRow = Schema.decodeUnknownResult(Row)
const formatIssue = SchemaIssue.makeFormatterStandardSchemaV1()

const faultIn = (error: Schema.SchemaError, fields: object): RowFault => {
  const key = String(formatIssue(error.issue).issues[0]?.path?.[0])
  const value: unknown = Reflect.get(fields, key)
  return {
    problem: value === undefined ? `${key} is missing` : `${key} is ${JSON.stringify(value)}`,
    expected: expected[key] ?? "a number"
  }
}

const fault = (problem: string, expectation: string): Result.Result<never, RowFault> =>
  Result.fail({ problem, expected: expectation })
