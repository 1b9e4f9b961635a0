import { type TextColumn, textTable } from "../author/textTable.ts"
import type { Paint } from "../output/painter.ts"
import type { PatternOfDetector } from "./chosenPatterns.ts"
import { directionsText } from "./directionsText.ts"

/** The patterns as a table to read; what they mean is cut to the columns of the terminal. */
export const patternsTable = (
  patterns: ReadonlyArray<PatternOfDetector>,
  paint: Paint,
  width = Number.POSITIVE_INFINITY
): string =>
  textTable(columns, patterns.map(cells), paint)
    .split("\n")
    .map((line, index) => (index === 0 ? line : cut(line, width)))
    .join("\n")

const columns: ReadonlyArray<TextColumn> = [
  { title: "PATTERN" },
  { title: "DIRECTION" },
  { title: "PLUGIN" },
  { title: "DETECTOR" },
  { title: "CANDLES", isNumber: true },
  { title: "WHAT IT MEANS" }
]

const cells = ({ detector, pattern }: PatternOfDetector): ReadonlyArray<string> => [
  pattern.name,
  directionsText(pattern.example),
  detector.plugin,
  detector.name,
  String(pattern.example?.candlesNeeded ?? detector.candles?.warmUp ?? "?"),
  pattern.description?.means ?? detector.summary
]

const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text
