import { DateTime, Effect, Option, Result, Schema } from "effect"

import { epochDayFromIso } from "./EpochDay.ts"
import { LocalTime, minutesBetween, minutesPerDay } from "./LocalTime.ts"

/** Days of the week, in the order in which dates count them. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const

const Weekday = Schema.Literals(weekdays)

const isDate = (text: string): boolean => !Number.isNaN(epochDayFromIso(text))
const expectedDate = "a date is such as 2025-07-03"

const DateText = Schema.String.check(Schema.makeFilter((text: string) => isDate(text) || expectedDate))

// A key that the record's own key schema refuses would be left out without a word.
const TimesByDate = Schema.Record(Schema.String, LocalTime).check(
  Schema.makeFilter((times: Readonly<Record<string, LocalTime>>) =>
    Object.keys(times)
      .filter((date) => !isDate(date))
      .map((date) => ({ path: [date], issue: expectedDate }))
  )
)

const TimeZone = Schema.String.check(
  Schema.makeFilter(
    (zone: string) =>
      Option.isSome(DateTime.zoneMakeNamed(zone)) ||
      "a time zone is one of the IANA data base, such as America/New_York"
  )
)

const Hours = Schema.Struct({
  name: Schema.NonEmptyString.annotate({ description: "How the calendar is called in settings and reports." }),
  timeZone: TimeZone.annotate({ description: "IANA time zone whose clocks all the times follow." }),
  preOpen: Schema.optionalKey(LocalTime).annotate({ description: "When trading before the regular session begins." }),
  open: LocalTime.annotate({ description: "When the regular session begins." }),
  close: LocalTime.annotate({
    description: "When the regular session ends; on the next date when it is not later than the open."
  }),
  postClose: Schema.optionalKey(LocalTime).annotate({
    description: "When trading after the regular session ends; as much earlier as the session on a short day."
  }),
  weekdays: Schema.NonEmptyArray(Weekday)
    .annotate({ description: "Days of the week on which a session opens." })
    .pipe(
      Schema.withDecodingDefaultKey(Effect.succeed(["monday", "tuesday", "wednesday", "thursday", "friday"] as const))
    ),
  closures: Schema.Array(DateText)
    .annotate({ description: "Dates on which no session opens." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed([]))),
  earlyCloses: TimesByDate.annotate({ description: "Dates on which a session opens that ends early, and when." }).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed({}))
  )
})

/**
 * When a market trades, as plain data: the hours of its sessions on the clocks of its time zone, and the dates that are
 * different. A session belongs to the date on which it opens, also when it ends on the next.
 *
 * @example
 * const futures: typeof SessionHours.Encoded = {
 *   name: "index-futures",
 *   timeZone: "America/Chicago",
 *   open: "17:00",
 *   close: "16:00",
 *   weekdays: ["sunday", "monday", "tuesday", "wednesday", "thursday"]
 * }
 */
export const SessionHours = Hours.check(
  Schema.makeFilter((hours) =>
    minutesInAll(hours) <= minutesPerDay ? [] : "the sessions of one day must not last longer than 24 hours together"
  ),
  Schema.makeFilter((hours) =>
    Object.entries(hours.earlyCloses)
      .filter(([, close]) => minutesFromOpen(hours, close) > minutesFromOpen(hours, hours.close))
      .map(([date]) => ({
        path: ["earlyCloses", date],
        issue: `an early close lies between the open ${hours.open} and the close ${hours.close}`
      }))
  )
)
export type SessionHours = typeof SessionHours.Type

/** The hours of a market cannot be as they are given. Thrown where its calendar is made. */
export class InvalidSessionHours extends Schema.TaggedError<InvalidSessionHours>()("InvalidSessionHours", {
  /** Name of the calendar. */
  calendar: Schema.String,
  /** What is wrong and where. */
  problem: Schema.String
}) {
  override get message() {
    return `session calendar ${this.calendar}: ${this.problem}`
  }
}

/** Checks hours and fills in what is left out. Throws {@link InvalidSessionHours}. */
export const decodeSessionHours = (hours: typeof SessionHours.Encoded): SessionHours =>
  Result.getOrThrowWith(
    Schema.decodeResult(SessionHours)(hours, { errors: "all", onExcessProperty: "error" }),
    ({ message }) => new InvalidSessionHours({ calendar: String(hours.name), problem: message })
  )

/** Minutes that a session lasts when it closes at `close`: a whole day when that is the time of the open. */
export const minutesFromOpen = ({ open }: Pick<SessionHours, "open">, close: LocalTime): number =>
  minutesBetween(open, close) || minutesPerDay

const minutesInAll = ({ preOpen, open, close, postClose }: typeof Hours.Type): number =>
  minutesBetween(preOpen ?? open, open) + minutesFromOpen({ open }, close) + minutesBetween(close, postClose ?? close)
