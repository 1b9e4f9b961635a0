import type { EpochMillis, StockSymbol } from "@mjolnir/core"

/** What a demo plays. */
export interface DemoPlay {
  readonly symbols: ReadonlyArray<StockSymbol>
  readonly opening: EpochMillis
  /** Market time that passes in one of ours. */
  readonly speed: number
  readonly seed: number
  /** Undefined for a demo without end. */
  readonly seconds: number | undefined
  /** Where probes and metrics are served; if it is taken, a free one is used. */
  readonly port: number
}
