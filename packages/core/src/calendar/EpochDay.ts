import { intervalMillis } from "../domain/Interval.ts"

/** A date of the calendar as whole days since 1970-01-01, whatever the time zone. */
export type EpochDay = number

/** Length of a date in UTC, in milliseconds. */
export const millisPerDay = intervalMillis["1d"]

/** The date of a year, a month from 1 to 12 and a day of that month. */
export const epochDay = (year: number, month: number, dayOfMonth: number): EpochDay =>
  Date.UTC(year, month - 1, dayOfMonth) / millisPerDay

/** The date of `2025-07-03`; NaN when there is no such date. */
export const epochDayFromIso = (text: string): EpochDay => {
  const day = Date.parse(text) / millisPerDay
  return Number.isInteger(day) && isoDate(day) === text ? day : Number.NaN
}

/** The date as `2025-07-03`. */
export const isoDate = (day: EpochDay): string => new Date(day * millisPerDay).toISOString().slice(0, 10)

/** Year of the date. */
export const yearOf = (day: EpochDay): number => new Date(day * millisPerDay).getUTCFullYear()

/** Day of the week, 0 for Sunday up to 6 for Saturday. */
export const weekdayOf = (day: EpochDay): number => new Date(day * millisPerDay).getUTCDay()
