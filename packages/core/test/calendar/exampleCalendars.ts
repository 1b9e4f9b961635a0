import { type SessionCalendar, sessionCalendar } from "../../src/calendar/SessionCalendar.ts"
import { usEquities } from "../../src/calendar/usEquities.ts"
import { utcCalendar } from "../../src/calendar/utcCalendar.ts"

/** Half an hour off the full hour, no daylight saving, all sessions, two dates that are different. */
export const bombay: SessionCalendar = sessionCalendar({
  name: "bombay",
  timeZone: "Asia/Kolkata",
  preOpen: "09:00",
  open: "09:15",
  close: "15:30",
  postClose: "16:00",
  closures: ["2025-08-15"],
  earlyCloses: { "2025-08-14": "12:00" }
})

/** Sessions that cross midnight, from Sunday evening to Friday afternoon. */
export const futures: SessionCalendar = sessionCalendar({
  name: "futures",
  timeZone: "America/New_York",
  open: "18:00",
  close: "17:00",
  weekdays: ["sunday", "monday", "tuesday", "wednesday", "thursday"],
  closures: ["2025-07-03"],
  earlyCloses: { "2025-07-02": "13:00" }
})

/** Never closes, and its days have 23 or 25 hours when the clocks change. */
export const aroundTheClock: SessionCalendar = sessionCalendar({
  name: "around-the-clock",
  timeZone: "Europe/London",
  open: "00:00",
  close: "00:00",
  weekdays: ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
})

/** The clocks change by half an hour. */
export const lordHowe: SessionCalendar = sessionCalendar({
  name: "lord-howe",
  timeZone: "Australia/Lord_Howe",
  open: "10:00",
  close: "16:12"
})

/** One of every kind. */
export const exampleCalendars = [utcCalendar, usEquities, bombay, futures, aroundTheClock, lordHowe] as const
