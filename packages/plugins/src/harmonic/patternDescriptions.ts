import type { PatternDescription } from "@mjolnir/core"
import { Record } from "effect"

import { pivotPath } from "../patternExamples/pivotPath.ts"
import { harmonicRule } from "./harmonicRule.ts"
import type { RatioRow } from "./RatioRow.ts"
import { type HarmonicPattern, ratioTable } from "./ratioTable.ts"

const described = (row: RatioRow): PatternDescription => ({
  means: `${row.means}; then price turns. Bullish when ${row.labels.at(-1) ?? ""} is a low, bearish upside down.`,
  rule: harmonicRule(row),
  source: sourceOf(row),
  example: pivotPath(row.example)
})

const sourceOf = ({ disagreements, source }: RatioRow): string =>
  disagreements.length === 0 ? `${source}.` : `${source}. Elsewhere: ${disagreements.join("; ")}.`

/** What the catalogue says of the harmonic patterns, made from the rows of the table. */
export const patternDescriptions: { readonly [Each in HarmonicPattern]: PatternDescription } = Record.map(
  ratioTable,
  described
)
