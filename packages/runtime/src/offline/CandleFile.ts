import { basename } from "node:path"

import {
  type Candle,
  emptyIntervalsBetween,
  type Interval,
  intervalMillis,
  isStockSymbol,
  StockSymbol
} from "@mjolnir/core"
import { Predicate, Result, Schema } from "effect"

import type { CandleOrder, Neighbour } from "./CandleOrder.ts"
import { type CandleRow, decodeCandleRow, type RowFault } from "./CandleRow.ts"
import { candleTable, type RowReader } from "./candleTable.ts"
import { inputName } from "./inputBytes.ts"

/** A candle file says something else than candles in order of time. */
export class BadCandleFile extends Schema.TaggedError<BadCandleFile>()("BadCandleFile", {
  /** The input as messages call it. */
  input: Schema.String,
  line: Schema.Int,
  problem: Schema.String,
  expected: Schema.String
}) {
  override get message() {
    return `${this.input}:${this.line}: ${this.problem}; expected ${this.expected}`
  }
}

/** How candle files are read. */
export interface CandleFileSettings {
  readonly interval: Interval
  /** Names the candles of a file without symbols; of one with symbols, only its candles are read. */
  readonly symbol: StockSymbol | undefined
  /** Shared by the files of a run, which continue one another. */
  readonly order: CandleOrder
  readonly onCandle: (symbol: StockSymbol, candle: Candle) => void
  /** Told what looks wrong but can be read. */
  readonly onNote: (note: string) => void
}

/**
 * Reads a file of candles line by line: CSV with a header or JSONL, told apart by the first line that is not blank.
 *
 * @example
 * const file = new CandleFile("AAPL.csv", settings)
 * for (const line of lines) {
 *   const fault = file.onLine(line)
 *   if (fault !== undefined) return fault
 * }
 */
export class CandleFile {
  readonly #settings: CandleFileSettings
  readonly #input: string
  readonly #defaultSymbol: StockSymbol
  #line = 0
  #hasNotedDistance = false
  #reader: RowReader | undefined

  constructor(path: string, settings: CandleFileSettings) {
    this.#settings = settings
    this.#input = inputName(path)
    this.#defaultSymbol = settings.symbol ?? symbolOfFile(path)
  }

  /** Takes the next line; returns what is wrong with it, if anything. */
  onLine(line: Uint8Array): BadCandleFile | undefined {
    const text = decoder.decode(line).trim()
    this.#line++
    if (text === "") return undefined
    if (this.#reader === undefined) {
      if (!text.startsWith("{")) {
        const table = candleTable(text)
        if (Result.isFailure(table)) return this.#bad(table.failure)
        this.#reader = table.success
        return undefined
      }
      this.#reader = jsonRow
    }
    const row = Result.flatMap(this.#reader(text), decodeCandleRow)
    return Result.isFailure(row) ? this.#bad(row.failure) : this.#take(row.success)
  }

  #take(row: CandleRow): BadCandleFile | undefined {
    const { interval, onCandle, order, symbol: wanted } = this.#settings
    if (wanted !== undefined && row.symbol !== undefined && row.symbol !== wanted) return undefined
    const { symbol = this.#defaultSymbol, ...figures } = row
    const before = order.follow(symbol, row.time, { input: this.#input, line: this.#line })
    if (before !== undefined && row.time <= before.time) return this.#bad(this.#outOfOrder(symbol, row, before))
    if (before !== undefined) this.#noteDistance(row.time - before.time, before)
    onCandle(symbol, { ...figures, gap: emptyIntervalsBetween(before?.time, row.time, intervalMillis[interval]) })
    return undefined
  }

  #outOfOrder(symbol: StockSymbol, { time }: CandleRow, before: Neighbour): RowFault {
    const relation = time === before.time ? "at the time of" : `at ${utc(time)}, before`
    return {
      problem: `the candle of ${symbol} is ${relation} the one on ${this.#placeOf(before)} at ${utc(before.time)}`,
      expected: "the candles of a symbol in increasing order of time"
    }
  }

  #noteDistance(distance: number, before: Neighbour): void {
    const { interval, onNote } = this.#settings
    if (this.#hasNotedDistance || distance * 2 >= intervalMillis[interval]) return
    this.#hasNotedDistance = true
    onNote(
      `${this.#input}:${this.#line}: only ${distance} ms after the candle on ${this.#placeOf(before)}, though candles last ${interval}: is --interval right, and is a column time in milliseconds?`
    )
  }

  #placeOf({ place }: Neighbour): string {
    return place.input === this.#input ? `line ${place.line}` : `${place.input}:${place.line}`
  }

  #bad(fault: RowFault): BadCandleFile {
    return new BadCandleFile({ input: this.#input, line: this.#line, ...fault })
  }
}

/** `data/aapl-1m.csv.gz` holds candles of `AAPL`. */
const symbolOfFile = (path: string): StockSymbol => {
  const name = basename(path).split(/[.-]/, 1)[0]?.toUpperCase() ?? ""
  return isStockSymbol(name) ? name : StockSymbol.make("STOCK")
}

const jsonRow: RowReader = (text) => {
  const row = Result.try((): unknown => JSON.parse(text))
  return Result.isSuccess(row) && Predicate.isObject(row.success)
    ? Result.succeed(row.success)
    : Result.fail({
        problem: Result.isFailure(row) ? "not JSON" : "JSON, but not an object",
        expected:
          'a candle such as {"symbol":"AAPL","time":1753277400000,"open":1,"high":2,"low":1,"close":2,"volume":9}'
      })
}

const utc = (time: number): string => new Date(time).toISOString()

/** Takes a byte order mark away. */
const decoder = new TextDecoder()
