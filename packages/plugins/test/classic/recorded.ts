import { fileURLToPath } from "node:url"

import { type Candle, epochMillis, type MatchMetadata } from "@mjolnir/core"
import { Schema, Struct } from "effect"

import { hasShared, readLines, readShared } from "../recorded/sharedFiles.ts"

/** A candle of a recording and the symbol it belongs to. */
interface RecordedCandle {
  readonly symbol: string
  readonly candle: Candle
}

/** A match as the replaced service reported it, at the candle at which Mjolnir must report it. */
export interface ExpectedMatch {
  readonly candle: number
  readonly symbol: string
  readonly pattern: string
  /** As the rules give it: not clamped. */
  readonly confidence: number
  readonly time: number
  readonly price: number
  /** Start of the first candle involved. */
  readonly first: number
  /** Candles involved. */
  readonly candles: number
}

/** The metadata of a match that the replaced service published. */
interface ExpectedMetadata {
  readonly symbol: string
  readonly pattern: string
  readonly time: number
  readonly metadata: MatchMetadata
}

/** Candles, in order, and what the replaced service found in them. */
export interface Recording {
  readonly candles: ReadonlyArray<RecordedCandle>
  readonly matches: ReadonlyArray<ExpectedMatch>
  readonly metadata: ReadonlyArray<ExpectedMetadata>
}

/** Reads an excerpt from the folder `fixtures`; see the README there. */
export const readFixture = (name: string): Recording => {
  const symbol = name.slice(name.indexOf("-") + 1)
  const rows = readLines(`${fixtures}${name}.expected.jsonl`).map((line) => decodeFixtureRow(JSON.parse(line)))
  return {
    candles: readLines(`${fixtures}${name}.candles.csv`)
      .slice(1)
      .map((line) => {
        const [time, open, high, low, close, volume] = line.split(",").map(Number)
        return { symbol, candle: toCandle(decodePrices({ time, open, high, low, close, volume })) }
      }),
    matches: rows.map((row) => ({ ...Struct.omit(row, ["metadata"]), symbol })),
    metadata: rows.flatMap(({ metadata, pattern, time }) =>
      metadata === undefined ? [] : [{ symbol, pattern, time, metadata }]
    )
  }
}

/** True when the full golden data lies beside the repository. */
export const hasGolden = (): boolean => hasShared(golden)

/** Reads a golden stream as a whole. */
export const readGolden = (name: string): Recording => {
  const candles = readShared(`${golden}${name}.jsonl.gz`).map((line) => {
    const { symbol, timestamp, ...prices } = decodeGoldenCandle(JSON.parse(line))
    return { symbol, candle: toCandle({ ...prices, time: timestamp * 1000 }) }
  })
  return {
    candles,
    matches: readShared(`${golden}${name}.expected.jsonl.gz`).map((line) => {
      const [seq, symbol, pattern, confidence, time, price, first, count] = decodeGoldenMatch(JSON.parse(line))
      return {
        // The replaced service noticed a bear flag one candle of the symbol late.
        candle: pattern === "bear_flag" ? previousOfSymbol(candles, seq) : seq,
        symbol,
        pattern: pattern.toUpperCase(),
        confidence,
        time: time * 1000,
        price,
        first: first * 1000,
        candles: count
      }
    }),
    metadata: readShared(`${golden}${name}.fired.jsonl.gz`).map((line) => {
      const { metadata, pattern, symbol, timestamp } = decodeGoldenFired(JSON.parse(line))
      return { symbol, pattern: pattern.toUpperCase(), time: timestamp * 1000, metadata }
    })
  }
}

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url))
const golden = "golden/mjolnir/"

const previousOfSymbol = (candles: ReadonlyArray<RecordedCandle>, index: number): number =>
  candles.findLastIndex(({ symbol }, earlier) => earlier < index && symbol === candles[index]?.symbol)

const priceFields = {
  open: Schema.Finite,
  high: Schema.Finite,
  low: Schema.Finite,
  close: Schema.Finite,
  volume: Schema.Finite
}
const Prices = Schema.Struct({ time: Schema.Int, ...priceFields })
const decodePrices = Schema.decodeUnknownSync(Prices)

const toCandle = ({ time, ...prices }: typeof Prices.Type): Candle => ({
  time: epochMillis(time),
  ...prices,
  ticks: 0,
  partial: false,
  gap: 0
})

const Metadata = Schema.Record(Schema.String, Schema.Union([Schema.Finite, Schema.String, Schema.Boolean]))

const decodeFixtureRow = Schema.decodeUnknownSync(
  Schema.Struct({
    candle: Schema.Int,
    pattern: Schema.String,
    confidence: Schema.Finite,
    time: Schema.Int,
    price: Schema.Finite,
    first: Schema.Int,
    candles: Schema.Int,
    metadata: Schema.optionalKey(Metadata)
  })
)

const decodeGoldenCandle = Schema.decodeUnknownSync(
  Schema.Struct({ symbol: Schema.String, timestamp: Schema.Int, ...priceFields })
)

const decodeGoldenMatch = Schema.decodeUnknownSync(
  Schema.Tuple([
    Schema.Int,
    Schema.String,
    Schema.String,
    Schema.Finite,
    Schema.Int,
    Schema.Finite,
    Schema.Int,
    Schema.Int
  ])
)

const decodeGoldenFired = Schema.decodeUnknownSync(
  Schema.Struct({ symbol: Schema.String, pattern: Schema.String, timestamp: Schema.Int, metadata: Metadata })
)
