import { existsSync, readdirSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"

import type { FoundByCandle } from "./foundPatterns.ts"
import type { Prices } from "./SeriesWindow.ts"

/** A series of candles and what TA-Lib's functions return at each of them. */
export interface GoldenSeries {
  readonly candles: ReadonlyArray<Prices>
  readonly found: FoundByCandle
}

/** True when TA-Lib's outputs lie beside the repository. */
export const hasGoldenSeries = (): boolean => existsSync(outputs)

/** The names of the series. */
export const goldenSeriesNames = (): ReadonlyArray<string> =>
  hasGoldenSeries()
    ? readdirSync(outputs).flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []))
    : []

export const readGoldenSeries = (name: string): GoldenSeries => {
  const candles = rowsOf(new URL(`${name}.csv.gz`, series)).map((row): Prices => {
    const [, open = Number.NaN, high = Number.NaN, low = Number.NaN, close = Number.NaN] = row.split(",").map(Number)
    return [open, high, low, close]
  })
  const found = candles.map((): Array<string> => [])
  for (const row of rowsOf(new URL(`${name}${ending}`, outputs))) {
    const [index, pattern, value] = row.split(",")
    found[Number(index)]?.push(`${pattern} ${value}`)
  }
  for (const each of found) each.sort()
  return { candles, found }
}

const shared = new URL("../../../../../shared/", import.meta.url)
const outputs = new URL("golden/talib/", shared)
const series = new URL("market-data/", shared)
const ending = ".cdl.csv.gz"

const rowsOf = (url: URL): ReadonlyArray<string> =>
  gunzipSync(readFileSync(url)).toString().trimEnd().split("\n").slice(1)
