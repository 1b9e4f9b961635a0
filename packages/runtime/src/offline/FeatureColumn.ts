import type { Feature } from "@mjolnir/core"

/** One thing to print of every candle: what a feature shows under a field of its reading. */
export interface FeatureColumn {
  readonly name: string
  readonly feature: Feature<object>
  /** Where in the reading it is, with dots between, such as `signal.value`. */
  readonly field: string
}

/** The values of one candle of a symbol, in the order of the columns. */
export interface FeatureRow {
  readonly symbol: string
  /** Start of the candle in epoch milliseconds. */
  readonly time: number
  readonly values: ReadonlyArray<FeatureValue>
}

/** What a field shows: anything that JSON can hold, null for what is not defined yet. */
export type FeatureValue = number | string | boolean | object | null
