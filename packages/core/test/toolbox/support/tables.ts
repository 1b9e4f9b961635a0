import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"

import type { Candle } from "../../../src/domain/Candle.ts"
import { candleAt } from "../../support/candles.ts"

/** A row of a table by column names; empty cells are NaN. */
export type Row = Readonly<Record<string, number>>

/** Reads a table of the folder `fixtures`; see the README there. */
export const readFixture = (name: string): ReadonlyArray<Row> =>
  readTable(new URL(`../fixtures/${name}`, import.meta.url))

const shared = new URL("../../../../../../shared/", import.meta.url)

/** Empty when the outputs of other implementations lie beside the repository, else why their tests are skipped. */
export const goldenMissing: string = existsSync(fileURLToPath(new URL("golden/indicators/", shared)))
  ? ""
  : " (skipped: there is no ../shared/golden)"

/** What another implementation gave for a series, such as `indicators/aapl-1d-lean.csv.gz`. */
export const readGolden = (path: string): ReadonlyArray<Row> => readTable(new URL(`golden/${path}`, shared))

/** The candles of a series. */
export const readSeries = (name: string): ReadonlyArray<Candle> =>
  candlesOfRows(readTable(new URL(`market-data/${name}.csv.gz`, shared)))

/** The candles of rows, one a minute: what else they say does not matter here. */
export const candlesOfRows = (rows: ReadonlyArray<Row>): ReadonlyArray<Candle> =>
  rows.map((row, minutes) =>
    candleAt(minutes, {
      open: cell(row, "open"),
      high: cell(row, "high"),
      low: cell(row, "low"),
      close: cell(row, "close"),
      volume: cell(row, "volume")
    })
  )

/** The number in a column; NaN when the cell is empty, text read as in {@link words}. */
export const cell = (row: Row, column: string): number => {
  const value = row[column]
  if (value === undefined) throw new Error(`There is no column ${column}`)
  return value
}

/** Words that stand for numbers in the tables. */
const words: Readonly<Record<string, number>> = { "": Number.NaN, top: 1, bottom: -1 }

const readTable = (url: URL): ReadonlyArray<Row> => {
  const bytes = readFileSync(url)
  const [header = "", ...lines] = (url.pathname.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString()
    .trim()
    .split("\n")
  const columns = header.trim().split(",")
  return lines.map((line) => {
    const cells = line.trim().split(",")
    return Object.fromEntries(
      columns.map((column, index) => {
        const text = cells[index] ?? ""
        return [column, words[text] ?? Number(text)]
      })
    )
  })
}
