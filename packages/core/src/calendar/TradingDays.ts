import { DateTime } from "effect"

import { type EpochDay, millisPerDay } from "./EpochDay.ts"
import { type LocalTime, minuteOf, minutesBetween } from "./LocalTime.ts"
import { minutesFromOpen, type SessionHours } from "./SessionHours.ts"

/**
 * The sessions of one date, in epoch milliseconds. Every time belongs to one date: `from` included, `until` not. The
 * sessions of a date without trading are empty.
 */
export interface TradingDay {
  readonly from: number
  readonly until: number
  readonly preOpen: number
  readonly open: number
  readonly close: number
  readonly postClose: number
}

/**
 * Finds the trading day of a time. Reckons each day once: times of the day asked for last cost two comparisons, those of
 * other days of the last years a look-up.
 */
export class TradingDays {
  readonly #zone: DateTime.TimeZone
  readonly #hours: Hours
  readonly #closeOn: (date: EpochDay) => LocalTime | undefined
  readonly #known = new Map<EpochDay, TradingDay>()
  #latest: TradingDay

  /** `closeOn` says when the regular session of a date closes; undefined when there is none. */
  constructor(hours: Hours, closeOn: (date: EpochDay) => LocalTime | undefined) {
    this.#zone = DateTime.zoneMakeNamedUnsafe(hours.timeZone)
    this.#hours = hours
    this.#closeOn = closeOn
    this.#latest = this.#reckon(0)
  }

  /** The day to which a time in epoch milliseconds belongs. */
  at(time: number): TradingDay {
    const latest = this.#latest
    if (time >= latest.from && time < latest.until) return latest
    let date = Math.floor(time / millisPerDay)
    let day = this.#on(date)
    while (time < day.from) day = this.#on(--date)
    while (time >= day.until) day = this.#on(++date)
    this.#latest = day
    return day
  }

  #on(date: EpochDay): TradingDay {
    const known = this.#known.get(date)
    if (known !== undefined) return known
    const day = this.#reckon(date)
    if (this.#known.size >= greatestKnown) this.#known.clear()
    this.#known.set(date, day)
    return day
  }

  /**
   * A date begins with its first session. In the night in which daylight saving skips an hour, a time of that hour is
   * read an hour later; the next date then cuts it off, so that days never overlap.
   */
  #reckon(date: EpochDay): TradingDay {
    const { preOpen, open, close, postClose } = this.#hours
    const opens = minuteOf(open)
    const begins = opens - minutesBetween(preOpen ?? open, open)
    const from = this.#timeAt(date, begins)
    const until = this.#timeAt(date + 1, begins)
    const closesAt = this.#closeOn(date)
    if (closesAt === undefined) return { from, until, preOpen: from, open: from, close: from, postClose: from }
    const closes = opens + minutesFromOpen(this.#hours, closesAt)
    const ends = closes + minutesBetween(close, postClose ?? close)
    const timeAt = (minute: number) => Math.min(this.#timeAt(date, minute), until)
    return { from, until, preOpen: from, open: timeAt(opens), close: timeAt(closes), postClose: timeAt(ends) }
  }

  /** When the clocks of the zone show the `minute` of the date; of a time that they show twice, the first. */
  #timeAt(date: EpochDay, minute: number): number {
    const onTheClock = date * millisPerDay + minute * millisPerMinute
    return DateTime.makeZonedUnsafe(onTheClock, { timeZone: this.#zone, adjustForTimeZone: true }).epochMilliseconds
  }
}

type Hours = Pick<SessionHours, "timeZone" | "preOpen" | "open" | "close" | "postClose">

const millisPerMinute = 60_000
/** Days to remember: some three years. */
const greatestKnown = 1_024
