import type { SessionCalendar } from "./SessionCalendar.ts"
import { usEquities } from "./usEquities.ts"
import { utcCalendar } from "./utcCalendar.ts"

/** The built-in calendars by their names in settings. */
export const calendars = {
  utc: utcCalendar,
  "us-equities": usEquities
} as const satisfies Readonly<Record<string, SessionCalendar>>
