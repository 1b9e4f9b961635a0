import { intervalMillis } from "../domain/Interval.ts"
import type { SessionCalendar } from "./SessionCalendar.ts"

/** Candles begin at whole multiples of their length in UTC, and the market never closes. */
export const utcCalendar: SessionCalendar = {
  name: "utc",
  candleStart: (time, interval) => Math.floor(time / intervalMillis[interval]) * intervalMillis[interval],
  candleEnd: (start, interval) => start + intervalMillis[interval],
  candlesBetween: (from, until, interval) => {
    const length = intervalMillis[interval]
    return Math.max(0, Math.ceil(until / length) - Math.ceil(from / length))
  },
  sessionAt: () => "regular"
}
