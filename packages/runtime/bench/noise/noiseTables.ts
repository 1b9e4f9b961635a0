import { markdownTable } from "../../scripts/markdownTable.ts"
import { alignedTable } from "../../src/listing/alignedTable.ts"
import type { NoiseColumn } from "./noiseColumns.ts"
import type { NoiseRow } from "./noiseRows.ts"

/** Lines for a terminal. */
export const noiseLines = (columns: ReadonlyArray<NoiseColumn>, rows: ReadonlyArray<NoiseRow>): ReadonlyArray<string> =>
  alignedTable(
    [
      ...["PLUGIN", "DETECTOR", "PATTERN"].map((heading) => ({ heading, side: "left" as const })),
      ...columns.map((column) => ({ heading: headingOf(column), side: "right" as const }))
    ],
    rows.map(({ detector, pattern = "", plugin, rates }) => [plugin, detector, pattern, ...rates.map(figure)])
  )

/** The same as Markdown. */
export const noiseMarkdown = (columns: ReadonlyArray<NoiseColumn>, rows: ReadonlyArray<NoiseRow>): string =>
  markdownTable(
    ["Detector", "Pattern", ...columns.map(headingOf)],
    rows.map(({ detector, pattern, rates }) => [
      detector,
      pattern === undefined ? "all" : `\`${pattern}\``,
      ...rates.map(figure)
    ])
  )

const headingOf = ({ candles, heading }: NoiseColumn): string => `${heading} (${candles.toLocaleString("en")})`

const figure = (rate: number): string => rate.toFixed(2)
