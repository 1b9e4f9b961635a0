import { readFileSync } from "node:fs"

import { Schema } from "effect"

import type { GoldenSeries } from "./goldenSeries.ts"
import type { Prices } from "./SeriesWindow.ts"

/** The candles of `fixtures/synth-coarse.csv`, with what TA-Lib finds at each. */
export const coarseSeries = (): GoldenSeries => {
  const rows = linesOf("synth-coarse.csv").map((line) => line.split(","))
  return {
    candles: rows.map((row): Prices => {
      const [open = Number.NaN, high = Number.NaN, low = Number.NaN, close = Number.NaN] = row.slice(0, 4).map(Number)
      return [open, high, low, close]
    }),
    found: rows.map((row) => row.slice(4))
  }
}

/** A short series and what is found at its newest candle. */
export interface Tie {
  readonly candles: ReadonlyArray<Prices>
  readonly found: ReadonlyArray<string>
}

/** The series of `fixtures/ties.jsonl`. */
export const ties = (): ReadonlyArray<Tie> => linesOf("ties.jsonl").map((line) => decodeTie(line))

const linesOf = (name: string): ReadonlyArray<string> =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")

const decodeTie = Schema.decodeSync(
  Schema.fromJsonString(
    Schema.Struct({
      candles: Schema.Array(Schema.Tuple([Schema.Finite, Schema.Finite, Schema.Finite, Schema.Finite])),
      found: Schema.Array(Schema.String)
    })
  )
)
