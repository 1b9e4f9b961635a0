import { Result } from "effect"

import type { SessionCalendar } from "../calendar/SessionCalendar.ts"
import { utcCalendar } from "../calendar/utcCalendar.ts"
import type { Interval } from "../domain/Interval.ts"
import type { ConfiguredDetector } from "../plugin/ConfiguredDetector.ts"
import type { Detector } from "../plugin/defineDetector.ts"
import type { ConfiguredGate } from "../plugin/defineGate.ts"
import type { ConfiguredPureScorer } from "../plugin/defineScorer.ts"
import type { Filters } from "../plugin/Filters.ts"
import { InvalidParams } from "../plugin/params.ts"
import type { CallMeter } from "./CallMeter.ts"
import type { BreakerSettings } from "./CircuitBreaker.ts"
import { cooldown } from "./cooldown.ts"
import { DetectorRecord } from "./DetectorRecord.ts"
import { FeaturePlanner, type PlannedFeature } from "./FeaturePlanner.ts"
import { intervalsOf, type LanePlan, planLanes } from "./LanePlan.ts"
import { minimumConfidence } from "./minimumConfidence.ts"

/** What every symbol's pipeline has in common. */
export interface PipelinePlan {
  /** Interval of the candles that come in. */
  readonly interval: Interval
  readonly calendar: SessionCalendar
  /** One for each interval that somebody looks at, low to high; the first is that of the candles that come in. */
  readonly lanes: readonly [LanePlan, ...ReadonlyArray<LanePlan>]
  /** In an order in which each comes after what it is made from. */
  readonly features: ReadonlyArray<PlannedFeature>
  readonly detectors: ReadonlyArray<ConfiguredDetector>
  /** What is known of each detector, in their order. Shared by the pipelines of the plan, which write it. */
  readonly records: ReadonlyArray<DetectorRecord>
  readonly scorers: ReadonlyArray<ConfiguredPureScorer>
  /** The host's own, which decide first. */
  readonly standardGates: ReadonlyArray<ConfiguredGate>
  /** Those of plugins. */
  readonly gates: ReadonlyArray<ConfiguredGate>
  /** When a detector that fails for a symbol is not called for it for a while. */
  readonly breaker: BreakerSettings
  readonly annotates: boolean
  readonly explains: Explaining
  readonly meter: CallMeter | undefined
}

/** Whether detections carry their rule scores, and whether near misses are told. */
export type Explaining = "nothing" | "matches" | "near_misses"

/** The settings of a pipeline, each with a default. */
export interface PipelineSettings {
  readonly interval?: Interval
  readonly calendar?: SessionCalendar
  /** Candles that a detector may look at, though it asks for more; never fewer than it cannot do without. */
  readonly lookback?: number
  /** 0…1. */
  readonly minimumConfidence?: number
  /** Milliseconds of candle time. */
  readonly cooldownMillis?: number
  /** Params by detector name. */
  readonly params?: Readonly<Record<string, unknown>>
  /** Filters by detector name; each replaces the detector's own of its kind. */
  readonly filters?: Readonly<Record<string, Filters>>
  /** Gates after the standard ones. */
  readonly gates?: ReadonlyArray<ConfiguredGate>
  readonly scorers?: ReadonlyArray<ConfiguredPureScorer>
  readonly breaker?: BreakerSettings
  readonly annotates?: boolean
  readonly explains?: Explaining
  readonly meter?: CallMeter
}

/** The documented defaults. */
export const defaultPipelineSettings = {
  interval: "1m",
  lookback: Number.POSITIVE_INFINITY,
  minimumConfidence: 0.65,
  cooldownMillis: 300_000,
  breaker: { afterFailures: 3, firstPauseMillis: 600_000, longestPauseMillis: 14_400_000 },
  annotates: false,
  explains: "nothing"
} as const satisfies PipelineSettings

/** A detector that fails this often in a row, over all symbols, is not called at all for a while. */
const overallBreaker: BreakerSettings = {
  afterFailures: 25,
  firstPauseMillis: 300_000,
  longestPauseMillis: 14_400_000
}

/**
 * Configures the detectors and the standard gates; fails with the first detector whose params do not fit, or with params
 * or filters for a detector that is not there.
 */
export const makePipelinePlan = (
  detectors: ReadonlyArray<Detector>,
  settings: PipelineSettings = {}
): Result.Result<PipelinePlan, InvalidParams> => {
  const { filters = {}, params = {} } = settings
  const chosen = { ...defaultPipelineSettings, calendar: utcCalendar, ...settings }
  const stray = [...Object.keys(params), ...Object.keys(filters)].find(
    (name) => !detectors.some((detector) => detector.name === name)
  )
  if (stray !== undefined) {
    return Result.fail(
      new InvalidParams({ part: stray, problems: ["there are settings for it, but it is not loaded"] })
    )
  }
  return Result.gen(function* () {
    const configured: Array<ConfiguredDetector> = []
    for (const detector of detectors) {
      const each = yield* detector.configure(params[detector.name] ?? {})
      configured.push({ ...each, filters: { ...each.filters, ...filters[detector.name] } })
    }
    const standardGates = [
      yield* minimumConfidence.configure({ minimum: chosen.minimumConfidence }),
      yield* cooldown.configure({ millis: chosen.cooldownMillis })
    ]
    const records = configured.map(({ id }) => new DetectorRecord(id, overallBreaker))
    const intervals = intervalsOf(chosen.interval, configured)
    const planner = new FeaturePlanner(intervals)
    const lanes = yield* planLanes(intervals, configured, records, planner, chosen.lookback)
    return {
      interval: chosen.interval,
      calendar: chosen.calendar,
      lanes,
      features: planner.features,
      detectors: configured,
      records,
      scorers: chosen.scorers ?? [],
      standardGates,
      gates: chosen.gates ?? [],
      breaker: chosen.breaker,
      annotates: chosen.annotates,
      explains: chosen.explains,
      meter: chosen.meter
    }
  })
}

/** The detectors that are never called, because the candles that come in are longer than those they look at. */
export const idleDetectors = ({ detectors, lanes }: PipelinePlan): ReadonlyArray<ConfiguredDetector> =>
  detectors.filter((detector) =>
    lanes.every((lane) => ![...lane.detectors, ...lane.tickDetectors].some((planned) => planned.detector === detector))
  )
