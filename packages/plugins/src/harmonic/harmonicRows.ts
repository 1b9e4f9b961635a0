import { Record } from "effect"

import type { RatioRow } from "./RatioRow.ts"
import { type HarmonicPattern, ratioTable } from "./ratioTable.ts"

/** A row of the table with the pattern that it defines. */
export interface HarmonicRow extends RatioRow {
  readonly pattern: HarmonicPattern
}

/** The rows by pattern, in the order of the table. */
export const harmonicRows: { readonly [Each in HarmonicPattern]: HarmonicRow } = Record.map(
  ratioTable,
  (row: RatioRow, pattern: HarmonicPattern): HarmonicRow => ({ ...row, pattern })
)
