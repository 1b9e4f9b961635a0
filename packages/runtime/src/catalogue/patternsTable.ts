import { type TextColumn, textTable } from "../author/textTable.ts"
import type { Paint } from "../output/painter.ts"
import type { PatternOfDetector } from "./chosenPatterns.ts"
import { directionsText } from "./directionsText.ts"

/**
 * The patterns as a table to read. Where the terminal is narrow, columns are left out until there is room for what the
 * patterns mean, and that is cut.
 */
export const patternsTable = (
  patterns: ReadonlyArray<PatternOfDetector>,
  paint: Paint,
  width = Number.POSITIVE_INFINITY
): string => {
  const taken = (shown: ReadonlyArray<CatalogueColumn>): number =>
    shown.reduce((sum, { cell, title }) => sum + gap + Math.max(title.length, ...lengths(patterns.map(cell))), 0)
  let shown = columns
  for (const title of leftOut) {
    if (width - taken(shown) >= roomForMeaning) break
    shown = shown.filter((column) => column.title !== title)
  }
  const room = Math.max(meaning.title.length, width - taken(shown))
  return textTable(
    [...shown, meaning],
    patterns.map((each) => [...shown.map(({ cell }) => cell(each)), cut(meaning.cell(each), room)]),
    paint
  )
}

interface CatalogueColumn extends TextColumn {
  readonly cell: (pattern: PatternOfDetector) => string
}

const columns: ReadonlyArray<CatalogueColumn> = [
  { title: "PATTERN", cell: ({ pattern }) => pattern.name },
  { title: "DIRECTION", cell: ({ pattern }) => directionsText(pattern.example) },
  { title: "PLUGIN", cell: ({ detector }) => detector.plugin },
  { title: "DETECTOR", cell: ({ detector }) => detector.name },
  {
    title: "CANDLES",
    isNumber: true,
    cell: ({ detector, pattern }) => String(pattern.example?.candlesNeeded ?? detector.candles?.warmUp ?? "?")
  }
]

const meaning: CatalogueColumn = {
  title: "WHAT IT MEANS",
  cell: ({ detector, pattern }) => pattern.description?.means ?? detector.summary
}

/** What can be done without, the least wanted first. */
const leftOut = ["DETECTOR", "CANDLES", "DIRECTION"]
const roomForMeaning = 36
const gap = 2

const lengths = (texts: ReadonlyArray<string>): ReadonlyArray<number> => texts.map(({ length }) => length)

const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text)
