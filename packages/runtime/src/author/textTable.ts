import type { Paint } from "../output/painter.ts"

/** A column of a table: figures stand at its right. */
export interface TextColumn {
  readonly title: string
  readonly isNumber?: boolean
}

/** A table to read: a line of titles and one for each row, all cells aligned. */
export const textTable = (
  columns: ReadonlyArray<TextColumn>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  paint: Paint
): string => {
  const widths = columns.map(({ title }, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length))
  )
  const line = (cells: ReadonlyArray<string>): string =>
    columns
      .map(({ isNumber = false }, column) => {
        const cell = cells[column] ?? ""
        return isNumber ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
      })
      .join("  ")
      .trimEnd()
  return [paint("dim", line(columns.map(({ title }) => title))), ...rows.map(line)].join("\n")
}
