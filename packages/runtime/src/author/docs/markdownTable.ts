/** A table as Markdown, its columns aligned as formatters align them, so that none has anything to change. */
export const markdownTable = (titles: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ")))
  const widths = titles.map((title, column) =>
    Math.max(3, title.length, ...escaped.map((row) => (row[column] ?? "").length))
  )
  const line = (cells: ReadonlyArray<string>) =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`
  return [line(titles), line(widths.map((width) => "-".repeat(width))), ...escaped.map(line)].join("\n")
}
