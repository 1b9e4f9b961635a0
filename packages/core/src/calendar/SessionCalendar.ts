import { type Interval, intervalMillis } from "../domain/Interval.ts"
import type { Session } from "../domain/Session.ts"
import { epochDayFromIso, isoDate, weekdayOf } from "./EpochDay.ts"
import { decodeSessionHours, type SessionHours, weekdays } from "./SessionHours.ts"
import { type TradingDay, TradingDays } from "./TradingDays.ts"

/**
 * Says where the candles of each interval begin and end and which part of the trading day a time lies in. All times are
 * epoch milliseconds. Pure; answers in constant time and without allocation for times of one day.
 */
export interface SessionCalendar {
  /** How the calendar is called in settings and reports. */
  readonly name: string
  /** Start of the candle that holds `time`; NaN when no candle of the interval does, as outside the session. */
  candleStart(time: number, interval: Interval): number
  /** End of the candle that begins at `start`. */
  candleEnd(start: number, interval: Interval): number
  /** How many candles of the interval begin at or after `from` and before `until`. */
  candlesBetween(from: number, until: number, interval: Interval): number
  /** The part of the trading day. */
  sessionAt(time: number): Session
}

/**
 * The calendar of a market with sessions. Candles lie in the regular session alone and are counted from its open, so
 * that the last may be short; the candle of a day is the whole regular session. Throws `InvalidSessionHours`.
 *
 * @example
 * const bombay = sessionCalendar({
 *   name: "bombay",
 *   timeZone: "Asia/Kolkata",
 *   preOpen: "09:00",
 *   open: "09:15",
 *   close: "15:30",
 *   closures: ["2025-08-15"]
 * })
 */
export const sessionCalendar = (definition: typeof SessionHours.Encoded): SessionCalendar => {
  const hours = decodeSessionHours(definition)
  const isOpenOn = weekdays.map((weekday) => hours.weekdays.includes(weekday))
  const closures = new Set(hours.closures.map(epochDayFromIso))
  return calendarOfDays(
    hours.name,
    new TradingDays(hours, (date) =>
      isOpenOn[weekdayOf(date)] === true && !closures.has(date)
        ? (hours.earlyCloses[isoDate(date)] ?? hours.close)
        : undefined
    )
  )
}

/** The calendar of a market whose trading days are known. */
export const calendarOfDays = (name: string, days: TradingDays): SessionCalendar => ({
  name,
  candleStart: (time, interval) => {
    const day = days.at(time)
    if (!isRegular(time, day)) return Number.NaN
    return time - ((time - day.open) % candleMillis(day, interval))
  },
  candleEnd: (start, interval) => {
    const day = days.at(start)
    return isRegular(start, day) ? Math.min(start + candleMillis(day, interval), day.close) : Number.NaN
  },
  candlesBetween: (from, until, interval) => {
    let candles = 0
    for (let day = days.at(from); day.from < until; day = days.at(day.until)) {
      candles += candlesBefore(until, day, interval) - candlesBefore(from, day, interval)
    }
    return candles
  },
  sessionAt: (time) => {
    const day = days.at(time)
    if (isRegular(time, day)) return "regular"
    if (time >= day.preOpen && time < day.open) return "pre"
    return time >= day.close && time < day.postClose ? "post" : "closed"
  }
})

const isRegular = (time: number, { close, open }: TradingDay): boolean => time >= open && time < close

/** A candle of a day is the whole session, which may last longer than 24 hours when the clocks are put back. */
const candleMillis = ({ close, open }: TradingDay, interval: Interval): number =>
  interval === "1d" ? close - open : intervalMillis[interval]

/** Candles of the day that begin before `time`. */
const candlesBefore = (time: number, day: TradingDay, interval: Interval): number =>
  time > day.open && day.close > day.open
    ? Math.ceil((Math.min(time, day.close) - day.open) / candleMillis(day, interval))
    : 0
