import type { Candle } from "../domain/Candle.ts"
import type { Interval } from "../domain/Interval.ts"

/** All that a pipeline remembers of its symbol, as plain JSON: what a restart goes on from. */
export interface PipelineSnapshot {
  readonly lanes: ReadonlyArray<LaneSnapshot>
  /** By lane, key and code of the feature; those that do not survive a restart are left out. */
  readonly features: Readonly<Record<string, FeatureSnapshot>>
  /** By gate. */
  readonly gates: Readonly<Record<string, unknown>>
}

/** What is remembered of a feature. */
export interface FeatureSnapshot {
  /** Candles that it has taken since what it is made from was warm. */
  readonly taken: number
  readonly state: unknown
}

/** What is remembered of one interval. */
export interface LaneSnapshot {
  readonly interval: Interval
  /** The candles held, oldest first. */
  readonly candles: ReadonlyArray<Candle>
  readonly closedAt: number | null
  readonly rollup: unknown
  /** What detectors remember, by id and params; those that do not survive a restart are left out. */
  readonly detectors: Readonly<Record<string, unknown>>
}
