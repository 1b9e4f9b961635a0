import type { Interval } from "@mjolnir/core"

import type { CandleSeries } from "../CandleSeries.ts"

/** What `mjolnir plugin bench` measures. */
export interface BenchInput {
  readonly plugin: string
  /** The one detector to measure; all when undefined. */
  readonly detector: string | undefined
  /** Path of a settings file. */
  readonly settings: string | undefined
  /** Made-up candles of `interval` when undefined. */
  readonly series: CandleSeries | undefined
  readonly interval: Interval
  /** Symbols that are followed side by side. */
  readonly symbols: number
}
