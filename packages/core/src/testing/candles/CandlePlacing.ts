import { type Interval, intervalMillis } from "../../domain/Interval.ts"
import { instantsOf, wallClockAt } from "./wallClock.ts"

/** Where the candles of a test lie in time. */
export interface CandlePlacing {
  /** Date of the first candle, `2025-07-23` when left out. */
  readonly day?: string
  /** Time of day of the first candle, where no row says it: `09:30` when left out, `00:00` for days. */
  readonly from?: string
  /** Time zone of dates and times, such as `America/New_York`; `UTC` when left out. */
  readonly timeZone?: string
  /** `1m` when left out. */
  readonly interval?: Interval
}

/** A {@link CandlePlacing} with its defaults. */
export const placed = (placing: CandlePlacing): Required<CandlePlacing> => ({
  day: "2025-07-23",
  from: placing.interval === "1d" ? "00:00" : "09:30",
  timeZone: "UTC",
  interval: "1m",
  ...placing
})

/**
 * The start of the first candle in epoch milliseconds.
 *
 * @throws RangeError when there is no such time in the time zone.
 */
export const firstStart = ({ day, from, timeZone }: Required<CandlePlacing>): number => {
  const [instant] = instantsOf(day, from, timeZone)
  if (instant === undefined) throw new RangeError(`there is no ${day} ${from} in ${timeZone}`)
  return instant
}

/** The start of the candle after the one at `start`: days follow the clocks of the time zone. */
export const startAfter = (start: number, { interval, timeZone }: Required<CandlePlacing>): number => {
  if (interval !== "1d") return start + intervalMillis[interval]
  const [date = "", timeOfDay = ""] = wallClockAt(start, timeZone).split("T")
  const next = new Date(Date.parse(date) + intervalMillis["1d"]).toISOString().slice(0, date.length)
  return instantsOf(next, timeOfDay, timeZone)[0] ?? start + intervalMillis["1d"]
}

/** Candles from the start of one to that of a later one; a fraction when the time between is no multiple of the interval. */
export const candlesBetween = (earlier: number, later: number, interval: Interval): number => {
  const count = (later - earlier) / intervalMillis[interval]
  return interval === "1d" ? Math.round(count) : count
}
