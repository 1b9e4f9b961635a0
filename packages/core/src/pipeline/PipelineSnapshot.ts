import type { Candle } from "../domain/Candle.ts"
import type { Interval } from "../domain/Interval.ts"

/** All that a pipeline remembers of its symbol, as plain JSON: what a restart goes on from. */
export interface PipelineSnapshot {
  readonly lanes: ReadonlyArray<LaneSnapshot>
  /** By lane and key of the feature; those that do not survive a restart are left out. */
  readonly features: Readonly<Record<string, unknown>>
  /** By gate. */
  readonly gates: Readonly<Record<string, unknown>>
}

/** What is remembered of one interval. */
export interface LaneSnapshot {
  readonly interval: Interval
  /** The candles held, oldest first. */
  readonly candles: ReadonlyArray<Candle>
  readonly seen: number
  readonly closedAt: number | null
  readonly rollup: unknown
  /** What detectors remember, by id and params; those that do not survive a restart are left out. */
  readonly detectors: Readonly<Record<string, unknown>>
}
