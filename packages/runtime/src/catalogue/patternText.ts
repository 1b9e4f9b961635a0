import type { DescribedParam } from "../author/docs/describedParams.ts"
import { textTable } from "../author/textTable.ts"
import { wrapped } from "../author/wrapped.ts"
import type { Paint } from "../output/painter.ts"
import { counted } from "../output/plural.ts"
import { candlesText } from "./candlesText.ts"
import type { PatternOfDetector } from "./chosenPatterns.ts"
import { directionsText } from "./directionsText.ts"
import { textDrawing } from "./drawing/textDrawing.ts"

/** All that the catalogue knows of a pattern, to read: what it means, its rule, and its example as a chart of text. */
export const patternText = (
  { detector, pattern }: PatternOfDetector,
  paint: Paint,
  width = Number.POSITIVE_INFINITY
): string => {
  const { example, name } = pattern
  const columns = Math.max(narrowest, Math.min(widest, width))
  return [
    paint("bold", name),
    ...factsOf({ detector, pattern }).flatMap(([word, text]) =>
      text === undefined ? [] : factLines(paint("dim", `  ${word}`.padEnd(indent)), wrapped(text, columns - indent))
    ),
    ...(detector.params.length === 0 ? [] : ["", ...paramLines(detector.params, paint, columns)]),
    ...(example?.detection === undefined
      ? []
      : ["", ...textDrawing(example.candles, example.detection, columns - 2).map((line) => `  ${line}`.trimEnd())])
  ].join("\n")
}

/** What is to be said under which word; undefined where there is nothing to say. */
const factsOf = ({
  detector,
  pattern: { description, example }
}: PatternOfDetector): ReadonlyArray<readonly [word: string, text: string | undefined]> => [
  ["means", description?.means ?? `${detector.summary.replace(/\.?$/, ".")} Its author says no more of it.`],
  ["rule", description?.rule],
  ["source", description?.source],
  ["direction", directionsText(example)],
  ["found by", `${detector.id} of the plugin ${detector.plugin}`],
  ["looks at", candlesText(detector)],
  ["needs", needsText(example?.candlesNeeded)],
  ["reported", example?.isProvisional ? "provisionally at first, while later candles may deny it" : undefined],
  ["beside", example?.beside.length ? example.beside.join(", ") : undefined],
  ["example", example?.problem]
]

const needsText = (candles: number | undefined): string | undefined =>
  candles === undefined ? undefined : `${counted(candles, "candle")} to find the example`

const factLines = (word: string, [first = "", ...more]: ReadonlyArray<string>): ReadonlyArray<string> => [
  `${word}${first}`,
  ...more.map((line) => `${" ".repeat(indent)}${line}`)
]

const paramLines = (params: ReadonlyArray<DescribedParam>, paint: Paint, width: number): ReadonlyArray<string> => {
  const told = params.map(({ default: value, description, name }) => ({
    name,
    value: value === undefined ? "none" : JSON.stringify(value),
    description
  }))
  const taken = Math.max(...told.map(({ name }) => name.length)) + Math.max(...told.map(({ value }) => value.length))
  const rows = told.flatMap(({ description, name, value }) =>
    wrapped(description, Math.max(narrowest, width - taken - 6)).map((line, index) =>
      index === 0 ? [name, value, line] : ["", "", line]
    )
  )
  return textTable([{ title: "PARAM" }, { title: "DEFAULT" }, { title: "WHAT IT IS" }], rows, paint)
    .split("\n")
    .map((line) => `  ${line}`)
}

const indent = 13
const narrowest = 40
const widest = 100
