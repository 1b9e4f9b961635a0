import { Result } from "effect"

import { Interval, intervalMillis } from "../domain/Interval.ts"
import type { Session } from "../domain/Session.ts"
import type { ConfiguredDetector, ConfiguredOn } from "../plugin/ConfiguredDetector.ts"
import type { Features } from "../plugin/defineFeature.ts"
import type { CalledOn } from "../plugin/DetectorDefinition.ts"
import { InvalidParams } from "../plugin/params.ts"
import type { DetectorRecord } from "./DetectorRecord.ts"
import type { FeaturePlaces, FeaturePlanner } from "./FeaturePlanner.ts"

/** What all symbols have in common on one interval. */
export interface LanePlan {
  readonly interval: Interval
  readonly intervalMillis: number
  /** Candles kept: as many as the one who looks furthest back may see. */
  readonly capacity: number
  readonly detectors: ReadonlyArray<PlannedDetector<"candle">>
  readonly tickDetectors: ReadonlyArray<PlannedDetector<"tick">>
}

/** A detector on one interval. */
export interface PlannedDetector<On extends CalledOn> {
  readonly detector: ConfiguredOn<On>
  readonly record: DetectorRecord
  /** Candles that its window shows. */
  readonly shown: number
  /** Candles that each lane, by its index, must hold before it is called. */
  readonly warmUps: ReadonlyArray<readonly [lane: number, candles: number]>
  readonly features: FeaturePlaces
  readonly higher: ReadonlyArray<HigherWindow>
  readonly minimumVolume: number
  /** Undefined for all. */
  readonly sessions: ReadonlySet<Session> | undefined
}

/** A higher interval that a detector looks at. */
interface HigherWindow {
  readonly interval: Interval
  readonly lane: number
  readonly candles: number
}

/** The intervals that need a lane, low to high; that of the candles that come in is the first. */
export const intervalsOf = (
  base: Interval,
  detectors: ReadonlyArray<ConfiguredDetector>
): readonly [Interval, ...ReadonlyArray<Interval>] => {
  const wanted = new Set<Interval>()
  for (const { features, higher, intervals } of detectors) {
    for (const interval of intervals ?? []) wanted.add(interval)
    for (const [interval] of higher) wanted.add(interval)
    for (const interval of intervalsOfFeatures(features)) wanted.add(interval)
  }
  return [base, ...Interval.literals.filter((each) => wanted.has(each) && isHigher(each, base))]
}

/** Lanes of these intervals, with the detectors that look at each; fails when one looks at higher candles that are not. */
export const planLanes = (
  intervals: readonly [Interval, ...ReadonlyArray<Interval>],
  detectors: ReadonlyArray<ConfiguredDetector>,
  records: ReadonlyArray<DetectorRecord>,
  features: FeaturePlanner,
  lookback: number
): Result.Result<readonly [LanePlan, ...ReadonlyArray<LanePlan>], InvalidParams> => {
  const seats = intervals.map((interval, lane) => {
    const detectorsHere: Array<PlannedDetector<"candle">> = []
    const tickDetectors: Array<PlannedDetector<"tick">> = []
    for (const [index, detector] of detectors.entries()) {
      const record = records[index]
      if (record === undefined || !(detector.intervals ?? [intervals[0]]).includes(interval)) continue
      const rest = { ...planOf(detector, lane, intervals, features, lookback), record }
      if (detector.on === "tick") tickDetectors.push({ ...rest, detector })
      else detectorsHere.push({ ...rest, detector })
    }
    return { interval, detectors: detectorsHere, tickDetectors }
  })
  for (const { detectors: here, interval, tickDetectors } of seats) {
    for (const { detector } of [...here, ...tickDetectors]) {
      const wrong = notHigher(detector, interval)
      if (wrong !== undefined) {
        const problems = [`beside candles of ${interval} it looks at candles of ${wrong}, which are not higher`]
        return Result.fail(new InvalidParams({ part: detector.name, problems }))
      }
    }
  }
  const all = seats.flatMap((seat) => [...seat.detectors, ...seat.tickDetectors])
  const [first, ...others] = seats.map((seat, lane): LanePlan => {
    const shown = [...seat.detectors, ...seat.tickDetectors].map((each) => each.shown)
    const fromBelow = all.flatMap(({ higher }) => higher.flatMap((each) => (each.lane === lane ? [each.candles] : [])))
    const read = features.features.flatMap((each) => (each.lane === lane ? [each.feature.history] : []))
    const capacity = Math.max(1, ...shown, ...fromBelow, ...read)
    return {
      interval: seat.interval,
      intervalMillis: intervalMillis[seat.interval],
      capacity,
      detectors: seat.detectors,
      tickDetectors: seat.tickDetectors
    }
  })
  // The first interval is there by its type, so its lane is.
  return first === undefined
    ? Result.fail(new InvalidParams({ part: "plan", problems: ["no interval"] }))
    : Result.succeed([first, ...others])
}

const planOf = (
  detector: ConfiguredDetector,
  lane: number,
  intervals: ReadonlyArray<Interval>,
  planner: FeaturePlanner,
  lookback: number
) => {
  const features = planner.place(detector.features, lane)
  const higher = detector.higher.map(([interval, candles]) => ({
    interval,
    lane: intervals.indexOf(interval),
    candles
  }))
  const { minimumVolume = 0, sessions } = detector.filters
  return {
    shown: Math.max(detector.warmUp, Math.min(detector.history, lookback)),
    warmUps: [[lane, detector.warmUp] as const, ...higher.map((each) => [each.lane, each.candles] as const)],
    features,
    higher,
    minimumVolume,
    sessions: sessions === undefined ? undefined : new Set(sessions)
  }
}

/** An interval that the detector looks at from above and that is not, if any. */
const notHigher = ({ features, higher }: ConfiguredDetector, interval: Interval): Interval | undefined =>
  higher.map(([each]) => each).find((each) => !isHigher(each, interval)) ??
  intervalsOfFeatures(features).find((each) => each !== interval && !isHigher(each, interval))

const intervalsOfFeatures = (features: Features): ReadonlyArray<Interval> =>
  Object.values(features).flatMap(({ interval, needs }) =>
    (interval === undefined ? [] : [interval]).concat(intervalsOfFeatures(needs))
  )

const isHigher = (interval: Interval, than: Interval): boolean => intervalMillis[interval] > intervalMillis[than]
