import { existsSync, readdirSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"

import type { Found } from "./found.ts"
import type { Prices } from "./series.ts"

/** A series of candles and what TA-Lib's functions return at each of them. */
export interface Golden {
  readonly candles: ReadonlyArray<Prices>
  readonly found: Found
}

/** True when TA-Lib's outputs lie beside the repository. */
export const hasGoldens = (): boolean => existsSync(outputs)

/** The names of the series. */
export const goldenNames = (): ReadonlyArray<string> =>
  hasGoldens()
    ? readdirSync(outputs).flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []))
    : []

export const readGolden = (name: string): Golden => {
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
