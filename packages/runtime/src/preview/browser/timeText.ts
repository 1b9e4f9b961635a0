/** Writes the start of a candle in UTC: days as dates, shorter candles with the time of day. */
export const timeTextOf =
  (intervalMillis: number): ((time: number) => string) =>
  (time) => {
    const [date = "", clock = ""] = new Date(time).toISOString().split("T")
    return intervalMillis >= millisPerDay ? date : `${date} ${clock.slice(0, 5)}`
  }

/**
 * Writes a mark of the time axis in UTC. `weight` says what begins there, as Lightweight Charts counts it: 0 a year, 1 a
 * month, 2 a day, more a time of day.
 */
export const axisText = (time: number, weight: number): string => {
  const date = new Date(time)
  if (weight === 0) return String(date.getUTCFullYear())
  const month = months[date.getUTCMonth()] ?? ""
  if (weight === 1) return month
  return weight === 2 ? `${date.getUTCDate()} ${month}` : date.toISOString().slice(11, 16)
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
const millisPerDay = 86_400_000
