import type { SessionCalendar } from "../../calendar/SessionCalendar.ts"
import type { Candle } from "../../domain/Candle.ts"
import type { Interval } from "../../domain/Interval.ts"

/** How `conformance` tries a detector; each has a default. */
export interface ConformanceOptions {
  /** Settings to decode by the detector's params; `{}` when left out, which gives its defaults. */
  readonly settings?: unknown
  /**
   * Candles to try it on, closed, in order of time, of `interval`; a fixed set of made-up series when left out. Give the very
   * array that the detector's module holds, if it holds one: cases change it in place for a while, and put it back.
   */
  readonly candles?: ReadonlyArray<Candle>
  /** `TEST` when left out. */
  readonly symbol?: string
  /** Interval of the candles; when left out, the lowest that the detector looks at, `1m` if it is all the same to it. */
  readonly interval?: Interval
  /** Where higher candles and sessions begin; UTC when left out, US equities when the detector filters by session. */
  readonly calendar?: SessionCalendar
  readonly budget?: Partial<ConformanceBudget>
}

/** What a detector may cost. */
export interface ConformanceBudget {
  /** Candles over which it is measured. */
  readonly candles: number
  /** Microseconds for a candle on average, with the features that it reads. */
  readonly meanMicros: number
  /** Milliseconds for the slowest candle. */
  readonly slowestMillis: number
  /** Bytes by which the memory may grow over the second half of the candles. */
  readonly growthBytes: number
}

/** The documented budget. */
export const defaultBudget: ConformanceBudget = {
  candles: 100_000,
  meanMicros: 20,
  slowestMillis: 50,
  growthBytes: 2 * 2 ** 20
}
