import { type Candle, Decision, type Filters, type FormingCandle, Interval, StockSymbol } from "@mjolnir/core"
import type { calendars } from "@mjolnir/core/calendar"
import type { PipelineSnapshot } from "@mjolnir/core/pipeline"
import { Schema } from "effect"

import type { PluginSource } from "../plugins/PluginSource.ts"

/** What the thread of a plugin is started with. Plain data. */
export interface ThreadStart {
  readonly source: PluginSource
  readonly settings: IsolatedSettings
  readonly headway: SharedArrayBuffer
  /** What one call of a detector may take, in milliseconds. */
  readonly callMillis: number
}

/** The settings of the pipelines in a thread, as far as they are plain data. */
export interface IsolatedSettings {
  readonly interval: Interval
  readonly calendar: keyof typeof calendars
  readonly lookback: number
  readonly minimumConfidence: number
  readonly cooldownMillis: number
  /** Params by detector name. */
  readonly params: Readonly<Record<string, unknown>>
  /** Filters by detector name. */
  readonly filters: Readonly<Record<string, Filters>>
}

/** What is asked of a thread. */
export type ToThread =
  | {
      readonly _tag: "Batch"
      /** What symbols that the thread does not know have behind them. */
      readonly histories: ReadonlyArray<readonly [StockSymbol, PipelineSnapshot]>
      readonly items: ReadonlyArray<WorkItem>
    }
  | { readonly _tag: "Forget"; readonly symbol: StockSymbol }

/** One thing to put through a pipeline. */
export type WorkItem =
  | { readonly _tag: "Candle"; readonly symbol: StockSymbol; readonly candle: Candle; readonly closedAt: number }
  | {
      readonly _tag: "Forming"
      readonly symbol: StockSymbol
      readonly forming: FormingCandle
      readonly closedAt: number
    }
  /** Higher candles of all symbols that ended by `time` are to be closed. */
  | { readonly _tag: "CloseUpTo"; readonly time: number; readonly closedAt: number }

const Fault = Schema.Struct({
  kind: Schema.Literals(["detector", "feature", "gate", "scorer"]),
  part: Schema.String,
  symbol: StockSymbol,
  problem: Schema.String,
  suspended: Schema.Boolean
})

/** How a detector did since the thread began. */
const DetectorFigures = Schema.Struct({
  id: Schema.String,
  isSuspended: Schema.Boolean,
  suspendedSymbols: Schema.Int,
  calls: Schema.Int,
  matches: Schema.Int,
  faults: Schema.Int,
  lastFault: Schema.UndefinedOr(Schema.Struct({ symbol: StockSymbol, problem: Schema.String, time: Schema.Finite })),
  timedCalls: Schema.Int,
  timedMillis: Schema.Finite,
  slowestMillis: Schema.Finite,
  overBudget: Schema.Int
})
export type DetectorFigures = typeof DetectorFigures.Type

/** Candles of a window. Whoever names more wants the memory of the service. */
const Extent = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100_000 }))

/** What a thread says. A plugin could say it in its place, so it is checked. */
export const FromThread = Schema.TaggedUnion({
  /** The plugin is there. */
  Ready: {
    /** Ids of its detectors, in their order. */
    detectors: Schema.Array(Schema.String),
    /** The intervals that it looks at, and the candles of each that its windows hold. */
    lanes: Schema.NonEmptyArray(Schema.Struct({ interval: Interval, intervalMillis: Schema.Finite, capacity: Extent }))
  },
  /** There is no plugin to run. */
  Refused: { problem: Schema.String },
  /** An item led to something. Said at once, so that it is not lost with what comes after it in the batch. */
  Found: {
    /** Index of the item in its batch. */
    item: Schema.Int,
    symbol: StockSymbol,
    decisions: Schema.Array(Decision),
    faults: Schema.Array(Fault),
    /** What the gates remember after a detection has passed them. */
    gates: Schema.optionalKey(Schema.Record(Schema.String, Schema.Unknown))
  },
  /** A batch has been worked off. */
  Done: {
    figures: Schema.Array(DetectorFigures),
    /** Memory that it holds outside of its heap, which the limit of the heap does not count. */
    externalBytes: Schema.Int
  }
})
export type FromThread = typeof FromThread.Type

/** What the pipelines of a thread look like, as far as it matters for what their symbols have behind them. */
export type LaneExtents = Extract<FromThread, { readonly _tag: "Ready" }>["lanes"]
