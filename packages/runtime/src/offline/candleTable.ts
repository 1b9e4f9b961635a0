import { Result } from "effect"

import { counted, plural } from "../output/plural.ts"
import type { RowFault } from "./CandleRow.ts"
import { csvCells } from "./csvCells.ts"

/** Makes the fields of a candle out of a line. */
export type RowReader = (line: string) => Result.Result<object, RowFault>

/** Understands the header of a CSV file of candles: gives the reader of its rows. Columns it does not know are not read. */
export const candleTable = (header: string): Result.Result<RowReader, RowFault> => {
  const names = csvCells(header).map((name) => name.trim().toLowerCase())
  const columns = names.flatMap((name, index) =>
    Object.hasOwn(cellReaders, name) ? [{ name, index, read: cellReaders[name] }] : []
  )
  const found = new Set(columns.map(({ name }) => name))
  const missing = required.filter((name) => !found.has(name))
  if (!found.has("time") && !found.has("timestamp")) missing.unshift("time")
  if (missing.length > 0) {
    return Result.fail({
      problem: `the header lacks the ${plural(missing.length, "column")} ${missing.join(", ")}`,
      expected: `${headerForm}, or JSONL`
    })
  }
  if (found.size < columns.length) {
    const twice = columns.find(({ name }, index) => columns.findIndex((other) => other.name === name) < index)
    return Result.fail({ problem: `the header has the column ${twice?.name} twice`, expected: "every column once" })
  }
  return Result.succeed((line) => {
    const cells = csvCells(line)
    if (cells.length !== names.length) {
      return Result.fail({ problem: counted(cells.length, "cell"), expected: `${names.length} as in the header` })
    }
    const row: Record<string, unknown> = {}
    for (const { index, name, read } of columns) {
      const value = read?.((cells[index] ?? "").trim())
      if (value !== undefined) row[name] = value
    }
    return Result.succeed(row)
  })
}

/** The number that a cell holds, or its text when it holds none. */
const numberOrText = (cell: string): number | string => (numeric.test(cell) ? Number(cell) : cell)

const cellReaders: Readonly<Record<string, (cell: string) => number | string | undefined>> = {
  time: numberOrText,
  timestamp: numberOrText,
  open: numberOrText,
  high: numberOrText,
  low: numberOrText,
  close: numberOrText,
  volume: (cell) => (cell === "" ? undefined : numberOrText(cell)),
  symbol: (cell) => cell
}

const required = ["open", "high", "low", "close"]
const headerForm = "a header with time or timestamp, open, high, low, close and perhaps volume and symbol"
const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
