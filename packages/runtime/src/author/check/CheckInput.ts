import type { CandleSeries } from "../CandleSeries.ts"

/** What `mjolnir plugin check` examines. */
export interface CheckInput {
  /** A built-in name, a package or a path. */
  readonly plugin: string
  /** The one detector to examine; everything when undefined. */
  readonly detector: string | undefined
  /** Path of a settings file. */
  readonly settings: string | undefined
  /** Candles to try detectors and features on; made-up ones when undefined. */
  readonly series: CandleSeries | undefined
  /** Measures time and memory over fewer candles. */
  readonly isQuick: boolean
}
