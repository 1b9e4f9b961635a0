/**
 * When the clocks of a time zone show a date and a time of day: no instant when that hour is skipped in spring, two when
 * it is repeated in autumn, else one. None for a date that does not exist.
 *
 * @example
 * instantsOf("2025-07-23", "09:30", "America/New_York") // => [1753277400000]
 */
export const instantsOf = (date: string, timeOfDay: string, timeZone: string): ReadonlyArray<number> => {
  const text = `${date}T${timeOfDay}`
  const wall = Date.parse(`${text}Z`)
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(text)) return []
  // A clock is never put forward or back twice in two days.
  const offsets = new Set([wall - dayMillis, wall + dayMillis].map((near) => offsetAt(near, timeZone)))
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => instant + offsetAt(instant, timeZone) === wall)
    .sort((one, other) => one - other)
}

/** Date and time of day, such as `2025-07-23T09:30`, that the clocks of a time zone show. */
export const wallClockAt = (instant: number, timeZone: string): string =>
  new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, "2025-07-23T09:30".length)

const dayMillis = 86_400_000

/** Milliseconds by which the clocks of a time zone are ahead of UTC. */
const offsetAt = (instant: number, timeZone: string): number => {
  const parts = formatOf(timeZone).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value ?? Number.NaN)
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"))
  return wall - Math.floor(instant / 1_000) * 1_000
}

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric"
  })
  formats.set(timeZone, format)
  return format
}
