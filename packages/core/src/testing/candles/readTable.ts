import { InvalidCandleTable } from "./InvalidCandleTable.ts"

/** The columns that a table of candles can have. */
const columns = ["time", "open", "high", "low", "close", "volume", "ticks", "partial"] as const
export type Column = (typeof columns)[number]

/** One line of a table: a candle, or `...` for what is missing. */
export interface TableRow {
  readonly line: number
  readonly text: string
  readonly isMissing: boolean
  /** The text of a cell; undefined when the column is not there, or is left out in this row. */
  readonly cell: (column: Column) => string | undefined
}

/**
 * Reads a table of columns separated by white space under a line of their names. Cells may be left out at the end of a
 * row, or written `-`.
 *
 * @throws InvalidCandleTable
 */
export const readTable = (text: string): ReadonlyArray<TableRow> => {
  const lines = text
    .split("\n")
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter(({ text }) => text !== "")
  const [head, ...rows] = lines
  if (head === undefined) {
    throw new InvalidCandleTable({ line: 1, row: "", problem: `the table is empty; it begins with ${shortest}` })
  }
  const names = headerOf(head)
  return rows.map(({ line, text }) => {
    const cells = text.split(blank)
    if (cells.length > names.length) {
      throw new InvalidCandleTable({ line, row: text, problem: `${cells.length} cells under ${names.length} columns` })
    }
    return {
      line,
      text,
      isMissing: text === "...",
      cell: (column) => {
        const cell = cells[names.indexOf(column)]
        return cell === "-" ? undefined : cell
      }
    }
  })
}

const blank = /\s+/
const needed = ["open", "high", "low", "close"] as const
const shortest = `the names of its columns, such as ${columns.slice(0, 6).join(" ")}`

const headerOf = ({ line, text }: { readonly line: number; readonly text: string }): ReadonlyArray<Column> => {
  const fail = (problem: string): never => {
    throw new InvalidCandleTable({ line, row: text, problem })
  }
  const names = text
    .split(blank)
    .map(
      (name) => columns.find((column) => column === name) ?? fail(`${name} is no column; it begins with ${shortest}`)
    )
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) fail(`the column ${twice} is there twice`)
  const missing = needed.find((column) => !names.includes(column))
  return missing === undefined ? names : fail(`the column ${missing} is missing`)
}
