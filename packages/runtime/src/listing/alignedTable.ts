/** A column: its heading, and on which side its cells stand. */
export interface Column {
  readonly heading: string
  readonly side: "left" | "right"
}

/** Lines of a table whose columns are as wide as their widest cell; `rows` hold a cell for each column. */
export const alignedTable = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>
): ReadonlyArray<string> => {
  const widths = columns.map(({ heading }, index) =>
    Math.max(heading.length, ...rows.map((row) => row[index]?.length ?? 0))
  )
  return [columns.map(({ heading }) => heading), ...rows].map((cells) =>
    columns
      .map(({ side }, index) => {
        const cell = cells[index] ?? ""
        return side === "left" ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)
      })
      .join("  ")
      .trimEnd()
  )
}
