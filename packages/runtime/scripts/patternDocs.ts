import { markdownTable } from "../src/author/docs/markdownTable.ts"
import { paramsTableOf } from "../src/author/docs/paramsTable.ts"
import { markdownText, patternMarkdown } from "../src/author/docs/patternMarkdown.ts"
import { candlesText } from "../src/catalogue/candlesText.ts"
import type { CataloguedDetector } from "../src/catalogue/catalogueOf.ts"
import type { PatternOfDetector } from "../src/catalogue/chosenPatterns.ts"
import { directionsText } from "../src/catalogue/directionsText.ts"
import { drawingFile } from "../src/catalogue/drawnPattern.ts"
import type { PatternExample } from "../src/catalogue/runExample.ts"
import { counted } from "../src/output/plural.ts"
import { escapeHtml } from "../src/preview/escapeHtml.ts"
import { builtInCatalogue } from "./builtInCatalogue.ts"

/** A table of the patterns of each built-in plugin, with small drawings, as Markdown. */
export const patternOverview = (): string =>
  builtInCatalogue
    .map(({ detectors, name, summary }) =>
      [`### ${name}`, `${summary}.`, markdownTable(columns, detectors.flatMap(patternsOf).map(overviewCells))].join(
        "\n\n"
      )
    )
    .join("\n\n")

/** Everything that the catalogue knows of the patterns of the built-in plugins, detector by detector, as Markdown. */
export const patternDetails = (): string =>
  builtInCatalogue
    .map(({ detectors, name }) =>
      [`## Patterns of ${name}`, detectors.flatMap(detectorSection).join("\n\n")].join("\n\n")
    )
    .join("\n\n")

const drawingWidth = 150

/** GitHub makes pictures as narrow as their column, which this heading holds open: a blank has about 5 pixels. */
const columns = ["&nbsp;".repeat(Math.ceil(drawingWidth / 5)), "Pattern", "Direction", "Candles", "What it means"]

const patternsOf = (detector: CataloguedDetector): ReadonlyArray<PatternOfDetector> =>
  detector.patterns.map((pattern) => ({ detector, pattern }))

const overviewCells = (each: PatternOfDetector): ReadonlyArray<string> => [
  drawing(each, drawingWidth),
  `[\`${each.pattern.name}\`](#${anchorOf(each)})`,
  directionsText(each.pattern.example),
  String(each.pattern.example?.candlesNeeded ?? each.detector.candles?.warmUp ?? "?"),
  markdownText(firstSentence(each.pattern.description?.means ?? each.detector.summary))
]

const detectorSection = (detector: CataloguedDetector): ReadonlyArray<string> => [
  `### Detector \`${detector.name}\``,
  `${markdownText(detector.summary)}. Version ${detector.id.slice(detector.name.length + 1)}. It looks at ${candlesText(detector)}.`,
  paramsTableOf(detector.params) ?? "It has no params.",
  ...patternsOf(detector).flatMap(patternSection)
]

const patternSection = (each: PatternOfDetector): ReadonlyArray<string> => {
  const { description, example, name } = each.pattern
  if (description === undefined) return [`#### <a id="${anchorOf(each)}"></a>${name}`]
  return [
    `#### <a id="${anchorOf(each)}"></a>${name}`,
    drawing(each),
    patternMarkdown(description),
    ...(example === undefined ? [] : [reportedAs(example)])
  ]
}

const reportedAs = ({ beside, candlesNeeded, directions, isProvisional }: PatternExample): string =>
  [
    `**Direction.** ${directions.join(" or ")}.`,
    ...(candlesNeeded === undefined ? [] : [`The example needs ${counted(candlesNeeded, "candle")}.`]),
    ...(isProvisional ? ["Reported as provisional before it is confirmed."] : []),
    ...(beside.length === 0 ? [] : [`The example is ${beside.map((name) => `\`${name}\``).join(", ")} as well.`])
  ].join(" ")

const drawing = (each: PatternOfDetector, width?: number): string => {
  const { detector, pattern } = each
  const alternative = escapeHtml(`Candles that show ${pattern.name} of ${detector.plugin}`)
  const size = width === undefined ? "" : ` width="${width}"`
  return `<img src="patterns/${drawingFile(each)}"${size} alt="${alternative}">`
}

/** Plugins may have patterns of the same name. */
const anchorOf = ({ detector, pattern }: PatternOfDetector): string =>
  `${detector.plugin}-${pattern.name.toLowerCase()}`

const firstSentence = (text: string): string => /^.*?[.!?](?= [A-Z]|$)/s.exec(text)?.[0] ?? text
