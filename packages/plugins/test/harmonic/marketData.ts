import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"

import type { Candle } from "@mjolnir/core"

import { candleAt } from "./randomWalk.ts"

/** True when the recorded series and the findings of other programs on them lie beside the repository. */
export const hasMarketData = (): boolean => existsSync(shared)

/** A recorded series, its candles a minute apart however far apart they were. */
export const readSeries = (name: string): ReadonlyArray<Candle> =>
  readRows(`market-data/${name}.csv.gz`).map((row, index) => {
    const [, open = Number.NaN, high = Number.NaN, low = Number.NaN, close = Number.NaN] = row.map(Number)
    return candleAt(index, open, high, low, close)
  })

/** Findings of another program, as rows of cells without the head. */
export const readFindings = (name: string): ReadonlyArray<ReadonlyArray<string>> => readRows(`golden/chart/${name}.csv`)

const readRows = (path: string): ReadonlyArray<ReadonlyArray<string>> => {
  const bytes = readFileSync(`${shared}${path}`)
  const text = path.endsWith(".gz") ? gunzipSync(bytes).toString() : bytes.toString()
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
}

const shared = fileURLToPath(new URL("../../../../../shared/", import.meta.url))
