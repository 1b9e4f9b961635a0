import { Schema } from "effect"

/** A time of day on the clocks of a time zone, from `00:00` to `23:59`. */
export const LocalTime = Schema.String.check(
  Schema.isPattern(/^([01]\d|2[0-3]):[0-5]\d$/, { message: "a time of day is two digits each, such as 09:30" })
)
export type LocalTime = typeof LocalTime.Type

/** Minutes of a whole day. */
export const minutesPerDay = 1_440

/** Minutes since midnight. */
export const minuteOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Minutes from one time of day to the next that the clocks show `until`: 0 up to, not including, a whole day. */
export const minutesBetween = (from: LocalTime, until: LocalTime): number =>
  (minuteOf(until) - minuteOf(from) + minutesPerDay) % minutesPerDay
