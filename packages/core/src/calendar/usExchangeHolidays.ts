import { type EpochDay, epochDay, epochDayFromIso, weekdayOf, yearOf } from "./EpochDay.ts"

/**
 * True when the New York exchanges do not open on a date: at weekends, on the holidays of NYSE Rule 7.2 as they have
 * been since 1998 (Juneteenth since 2022), and on the few days that were closed for a reason of their own.
 *
 * Source: https://www.nyse.com/markets/hours-calendars and NYSE Rule 7.2 (Holidays).
 */
export const isUsExchangeClosed = (date: EpochDay): boolean => {
  const weekday = weekdayOf(date)
  if (weekday === saturday || weekday === sunday) return true
  return holidaysOf(yearOf(date)).includes(date) || unscheduledClosures.has(date)
}

/**
 * True when the New York exchanges close at 13:00: on July 3, on the day after Thanksgiving and on December 24, where
 * they open on that date at all. Holds since 2013, when July 3 became the short day of every year.
 */
export const isUsExchangeShort = (date: EpochDay): boolean => {
  const year = yearOf(date)
  const shortDays = [epochDay(year, 7, 3), thanksgivingOf(year) + 1, epochDay(year, 12, 24)]
  return shortDays.includes(date) && !isUsExchangeClosed(date)
}

const sunday = 0
const monday = 1
const thursday = 4
const saturday = 6

const holidaysOf = (year: number): ReadonlyArray<EpochDay> => [
  newYearOf(year),
  // Martin Luther King Jr. Day, the third Monday of January, and Presidents' Day, that of February
  firstFrom(epochDay(year, 1, 15), monday),
  firstFrom(epochDay(year, 2, 15), monday),
  // Good Friday
  easterOf(year) - 2,
  // Memorial Day, the last Monday of May
  firstFrom(epochDay(year, 5, 25), monday),
  // Juneteenth
  ...(year >= 2022 ? [observed(epochDay(year, 6, 19))] : []),
  // Independence Day
  observed(epochDay(year, 7, 4)),
  // Labor Day
  firstFrom(epochDay(year, 9, 1), monday),
  thanksgivingOf(year),
  // Christmas Day
  observed(epochDay(year, 12, 25))
]

/** The fourth Thursday of November. */
const thanksgivingOf = (year: number): EpochDay => firstFrom(epochDay(year, 11, 22), thursday)

/** The Friday before a New Year's Day on a Saturday ends the year's accounts, so the exchanges open on it. */
const newYearOf = (year: number): EpochDay => {
  const newYear = epochDay(year, 1, 1)
  return weekdayOf(newYear) === saturday ? newYear : observed(newYear)
}

/** The date on which a holiday is kept: the Friday before when it is a Saturday, the Monday after when a Sunday. */
const observed = (date: EpochDay): EpochDay => {
  const weekday = weekdayOf(date)
  if (weekday === saturday) return date - 1
  return weekday === sunday ? date + 1 : date
}

/** The first date with that day of the week, from `date` on. */
const firstFrom = (date: EpochDay, weekday: number): EpochDay => date + ((weekday - weekdayOf(date) + 7) % 7)

/** Easter Sunday by the anonymous Gregorian reckoning (J. Meeus, Astronomical Algorithms, chapter 8). */
const easterOf = (year: number): EpochDay => {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const lunar = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + lunar + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  return epochDay(year, 3, 22) + epact + weekday - 7 * correction
}

/** The attacks of 2001, hurricane Sandy, and the days of mourning for Reagan, Ford, Bush and Carter. */
const unscheduledClosures: ReadonlySet<EpochDay> = new Set(
  [
    "2001-09-11",
    "2001-09-12",
    "2001-09-13",
    "2001-09-14",
    "2004-06-11",
    "2007-01-02",
    "2012-10-29",
    "2012-10-30",
    "2018-12-05",
    "2025-01-09"
  ].map(epochDayFromIso)
)
