import type { PatternDescription } from "@mjolnir/core"
import { Record } from "effect"

import { exampleCandles } from "./exampleCandles.ts"
import { type HarmonicPattern, type Measure, type RatioForm, type RatioRow, ratioTable } from "./ratioTable.ts"
import { ruleNames } from "./scoreLegs.ts"

const described = (row: RatioRow): PatternDescription => ({
  means: `${row.means}; then price turns. Bullish when D is a low, bearish upside down.`,
  rule: ruleOf(row),
  source: `${row.source}. Elsewhere: ${row.disagreements.join("; ")}.`,
  example: exampleCandles(row)
})

const ruleOf = ({ defining, failsBeyond, forms, limits }: RatioRow): string => {
  const ratios = forms.map(formText).join("; or ")
  const bounds = limits.map(({ says }) => `, ${says}`).join("")
  const invalid = failsBeyond === "X" ? "X" : "the far end of the zone"
  return `${ratios}${bounds}. D is told by ${ruleNames[defining]}; the pattern has failed beyond ${invalid}.`
}

const formText = ({ ofD, untilC }: RatioForm): string => [...untilC, ...ofD].map(measureText).join(", ")

const measureText = ({ from, ratio, to }: Measure): string =>
  `${ruleNames[ratio]} ${from === to ? from : `${from} to ${to}`}`

/** What the catalogue says of the harmonic patterns, made from the rows of the table. */
export const patternDescriptions: { readonly [Each in HarmonicPattern]: PatternDescription } = Record.map(
  ratioTable,
  described
)
