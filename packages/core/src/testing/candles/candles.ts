import type { Candle } from "../../domain/Candle.ts"
import { epochMillis } from "../../domain/EpochMillis.ts"
import { type CandlePlacing, candlesBetween, firstStart, placed, startAfter } from "./CandlePlacing.ts"
import { InvalidCandleTable } from "./InvalidCandleTable.ts"
import { type Column, readTable, type TableRow } from "./readTable.ts"
import { instantsOf } from "./wallClock.ts"

/**
 * The candles that a table says, for tests that are read as a chart is.
 *
 * Columns are separated by white space and named in the first line: `open`, `high`, `low` and `close`, and if wanted
 * `time`, `volume` (100 when left out), `ticks` (0) and `partial` (`yes` or `no`, `no` when left out). A time is a time of
 * day, a date or both, as in `2025-07-24T09:30`; without the column each candle follows the one before. A line `...`
 * stands for a missing candle, or for any number of them where there are times. `gap` is computed.
 *
 * @throws InvalidCandleTable with the line and what is wrong with it.
 *
 * @example
 * candles(`
 *   time   open  high   low  close  volume
 *   09:30  10.0  10.2   9.9  10.1   1200
 *   09:31  10.1  10.4  10.0  10.3
 * `, { day: "2025-07-23", timeZone: "America/New_York" })
 */
export const candles = (table: string, placing: CandlePlacing = {}): ReadonlyArray<Candle> => {
  const place = placed(placing)
  const made: Array<Candle> = []
  let next: number | undefined
  let isAfterMissing = false
  for (const row of readTable(table)) {
    if (row.isMissing) {
      next = startAfter(next ?? firstStart(place), place)
      isAfterMissing = true
      continue
    }
    const time = timeOf(row, made.at(-1), next, place)
    const gap = gapBefore(row, made.at(-1), time, place)
    if (isAfterMissing && gap === 0 && made.length > 0) fail(row, "no candle is missing before this one")
    made.push(candleOf(row, time, gap))
    next = startAfter(time, place)
    isAfterMissing = false
  }
  return made
}

const fail = ({ line, text }: TableRow, problem: string): never => {
  throw new InvalidCandleTable({ line, row: text, problem })
}

const timeOf = (
  row: TableRow,
  previous: Candle | undefined,
  next: number | undefined,
  place: Required<CandlePlacing>
): number => {
  const text = row.cell("time")
  if (text === undefined) return next ?? firstStart(place)
  const [, date, timeOfDay] = timeForm.exec(text) ?? fail(row, `${text} is no time; write 09:30 or 2025-07-24T09:30`)
  const day = date ?? place.day
  const instants = instantsOf(day, timeOfDay ?? "00:00", place.timeZone)
  // Of an hour that the clocks show twice, rows after the first time around are of the second.
  const instant = instants.find((each) => previous === undefined || each > previous.time) ?? instants.at(-1)
  return instant ?? fail(row, `there is no ${day} ${timeOfDay ?? "00:00"} in ${place.timeZone}`)
}

/** A date, a time of day, or both. */
const timeForm = /^(?=.)(\d{4}-\d\d-\d\d)?(?:(?:(?<=\d)T|^)(\d\d:\d\d))?$/

const gapBefore = (
  row: TableRow,
  previous: Candle | undefined,
  time: number,
  { interval }: Required<CandlePlacing>
): number => {
  if (previous === undefined) return 0
  const distance = candlesBetween(previous.time, time, interval)
  if (distance <= 0) fail(row, `${row.cell("time")} is not after the row before; a later day needs its date`)
  if (!Number.isInteger(distance))
    fail(row, `${row.cell("time")} is not a whole number of ${interval} after the row before`)
  return distance - 1
}

const candleOf = (row: TableRow, time: number, gap: number): Candle => {
  const open = priceOf(row, "open")
  const high = priceOf(row, "high")
  const low = priceOf(row, "low")
  const close = priceOf(row, "close")
  for (const [name, price] of Object.entries({ open, low, close })) {
    if (high < price) fail(row, `high ${high} is below ${name} ${price}`)
  }
  for (const [name, price] of Object.entries({ open, close })) {
    if (low > price) fail(row, `low ${low} is above ${name} ${price}`)
  }
  const volume = numberOf(row, "volume") ?? defaultVolume
  const ticks = numberOf(row, "ticks") ?? 0
  if (volume < 0) fail(row, `volume ${volume} is negative`)
  if (!Number.isInteger(ticks) || ticks < 0) fail(row, `ticks ${ticks} is not a whole number`)
  return { time: epochMillis(time), open, high, low, close, volume, ticks, partial: isPartial(row), gap }
}

const defaultVolume = 100

const priceOf = (row: TableRow, column: Column): number => numberOf(row, column) ?? fail(row, `${column} is left out`)

const numberOf = (row: TableRow, column: Column): number | undefined => {
  const text = row.cell(column)
  if (text === undefined) return undefined
  return numberForm.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : fail(row, `${column} ${text} is no number`)
}

const numberForm = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/

const isPartial = (row: TableRow): boolean => {
  const text = row.cell("partial") ?? "no"
  if (text !== "yes" && text !== "no") fail(row, `partial is ${text}; write yes or no`)
  return text === "yes"
}
