import type { SessionCalendar } from "../../../calendar/SessionCalendar.ts"
import { Interval, intervalMillis } from "../../../domain/Interval.ts"
import type { ConfiguredDetector } from "../../../plugin/ConfiguredDetector.ts"
import type { Features } from "../../../plugin/defineFeature.ts"
import type { Series } from "./Series.ts"

/** The newest candles of an interval, those that can influence what a detector finds. */
export interface Lookback {
  readonly interval: Interval
  readonly candles: number
}

/**
 * The interval of the candles to try a detector on: the lowest that it names, or the highest below those that it looks up
 * to, so that many of these come about, or a minute.
 */
export const baseIntervalOf = ({ features, higher, intervals }: ConfiguredDetector): Interval => {
  const lowest = lowestOf(intervals ?? [])
  if (lowest !== undefined) return lowest
  const above = lowestOf([...higher.map(([interval]) => interval), ...featureIntervals(features)])
  const below = Interval.literals.filter((each) => above !== undefined && intervalMillis[each] < intervalMillis[above])
  return below.at(-1) ?? "1m"
}

/**
 * How far back a detector looks on each interval when candles of `base` come in. What it remembers begins with its first
 * call, so that a detector with a state looks as far back from there.
 */
export const lookbacksOf = (
  { features, higher, history, intervals, on, warmUp }: ConfiguredDetector,
  base: Interval,
  remembers: boolean
): ReadonlyArray<Lookback> => {
  const looksAt = (intervals ?? [base]).filter((each) => intervalMillis[each] >= intervalMillis[base])
  const candles = Math.max(history, warmUp) + (remembers ? warmUp - 1 : 0)
  const own = looksAt.flatMap((interval) => [{ interval, candles }].concat(featureLookbacks(features, interval)))
  const all = own.concat(higher.map(([interval, candles]) => ({ interval, candles })))
  // A detector of ticks is called before the candle closes.
  return on === "tick" ? all.map(({ candles, interval }) => ({ interval, candles: candles + 1 })) : all
}

/** Candles of `base` in the longest of the lookbacks, when none is missing. */
export const baseCandlesOf = (lookbacks: ReadonlyArray<Lookback>, base: Interval): number =>
  Math.max(
    1,
    ...lookbacks.map(({ candles, interval }) =>
      interval === base ? candles : ((candles + 2) * intervalMillis[interval]) / intervalMillis[base]
    )
  )

/** The first candle of a series at which one who started at `start` has seen as far back as matters; undefined if none. */
export const warmFrom = (
  { candles, interval: base }: Series,
  start: number,
  lookbacks: ReadonlyArray<Lookback>,
  calendar: SessionCalendar
): number | undefined => {
  let warm = start
  for (const { candles: needed, interval } of lookbacks) {
    if (interval === base) {
      warm = Math.max(warm, start + needed - 1)
      continue
    }
    // The first may lack its beginning; those after it count as soon as the one after the last has begun.
    const begun = new Set<number>()
    let index = start
    for (; index < candles.length && begun.size < needed + 2; index++) {
      const began = calendar.candleStart(candles[index]?.time ?? Number.NaN, interval)
      if (!Number.isNaN(began)) begun.add(began)
    }
    if (begun.size < needed + 2) return undefined
    warm = Math.max(warm, index - 1)
  }
  return warm < candles.length ? warm : undefined
}

const lowestOf = (intervals: ReadonlyArray<Interval>): Interval | undefined =>
  Interval.literals.find((each) => intervals.includes(each))

const featureIntervals = (features: Features): Array<Interval> =>
  Object.values(features).flatMap(({ interval, needs }) =>
    (interval === undefined ? [] : [interval]).concat(featureIntervals(needs))
  )

const featureLookbacks = (features: Features, reader: Interval): Array<Lookback> =>
  Object.values(features).flatMap(({ history, interval = reader, needs, warmUp }) =>
    [{ interval, candles: Math.max(history, warmUp) }].concat(featureLookbacks(needs, interval))
  )
