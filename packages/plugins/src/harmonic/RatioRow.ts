import type { RatioName } from "./HarmonicPoints.ts"

/** A ratio that must be a value (`from` equals `to`) or within a range, give or take the tolerance. */
export interface Measure {
  readonly ratio: RatioName
  readonly from: number
  readonly to: number
}

/** A bound that no tolerance widens. */
export interface Limit {
  readonly ratio: RatioName
  readonly least?: number
  readonly most?: number
  readonly says: string
}

/** Ratios that belong together: those that are known once C is, and those that D must complete. */
export interface RatioForm {
  readonly untilC: ReadonlyArray<Measure>
  readonly ofD: ReadonlyArray<Measure>
}

/** What one harmonic pattern is: a row of the table. */
export interface RatioRow {
  /** What its pivots are called on a chart, oldest first. */
  readonly labels: ReadonlyArray<string>
  /** One, or several of which the one of the nearest C counts. */
  readonly forms: readonly [RatioForm, ...ReadonlyArray<RatioForm>]
  /** The ratio by which D is told. */
  readonly defining: RatioName
  readonly limits: ReadonlyArray<Limit>
  /** Beyond which price the pattern has failed: X, or the far end of the zone where D was expected. */
  readonly failsBeyond: "X" | "zone"
  /** The pivot towards which targets are measured from D. */
  readonly targetsTowards: "A" | "C"
  readonly means: string
  /** Where the ratios come from. */
  readonly source: string
  /** Where other sources define it otherwise. */
  readonly disagreements: ReadonlyArray<string>
  /** Heights of its pivots in a bullish example of exact ratios; those before the first label lead into it. */
  readonly example: ReadonlyArray<number>
}
