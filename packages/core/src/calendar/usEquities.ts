import { calendarOfDays, type SessionCalendar } from "./SessionCalendar.ts"
import { TradingDays } from "./TradingDays.ts"
import { isUsExchangeClosed, isUsExchangeShort } from "./usExchangeHolidays.ts"

/**
 * The stock exchanges of New York: 09:30 to 16:00 Eastern time, with trading from 04:00 and until 20:00 around it; on
 * short days the close is at 13:00 and the end at 17:00. Holidays and short days come by rule, for any year since 2013.
 *
 * Source of the hours: https://www.nyse.com/markets/hours-calendars.
 *
 * @example
 * usEquities.candleStart(Date.parse("2025-07-23T14:12:00Z"), "1h") // => Date.parse("2025-07-23T13:30:00Z")
 */
export const usEquities: SessionCalendar = calendarOfDays(
  "us-equities",
  new TradingDays(
    { timeZone: "America/New_York", preOpen: "04:00", open: "09:30", close: "16:00", postClose: "20:00" },
    (date) => {
      if (isUsExchangeClosed(date)) return undefined
      return isUsExchangeShort(date) ? "13:00" : "16:00"
    }
  )
)
