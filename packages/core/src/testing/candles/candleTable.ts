import type { Candle } from "../../domain/Candle.ts"
import { wallClockAt } from "./wallClock.ts"

/**
 * The table of these candles, for golden files and messages; in UTC, `candles` reads the same prices and times back to
 * the last bit. Ticks and partial are columns when a candle has them, times of day when one is not midnight.
 *
 * @example
 * candleTable(flatCandles([10, 10.25]))
 * // time              open   high    low  close  volume
 * // 2025-07-23T09:30  10.00  10.00  10.00  10.00     100
 */
export const candleTable = (
  candles: ReadonlyArray<Candle>,
  { timeZone = "UTC" }: { readonly timeZone?: string } = {}
): string => {
  const decimals = decimalsOf(candles.flatMap((candle) => priceNames.map((name) => candle[name])))
  const volumeDecimals = decimalsOf(candles.map(({ volume }) => volume))
  const columns: ReadonlyArray<TextColumn> = [
    { name: "time", cells: timesOf(candles, timeZone) },
    ...priceNames.map((name) => ({ name, cells: candles.map((candle) => withDecimals(candle[name], decimals)) })),
    { name: "volume", cells: candles.map(({ volume }) => withDecimals(volume, volumeDecimals)) },
    ...(candles.some(({ ticks }) => ticks !== 0)
      ? [{ name: "ticks", cells: candles.map(({ ticks }) => String(ticks)) }]
      : []),
    ...(candles.some(({ partial }) => partial)
      ? [{ name: "partial", cells: candles.map(({ partial }) => (partial ? "yes" : "no")) }]
      : [])
  ]
  const padded = columns.map(({ cells, name }) => {
    const width = Math.max(name.length, ...cells.map(({ length }) => length))
    return [name, ...cells].map((cell) => cell.padStart(width))
  })
  return Array.from(
    { length: candles.length + 1 },
    (_, row) => `${padded.map((cells) => cells[row] ?? "").join("  ")}\n`
  ).join("")
}

interface TextColumn {
  readonly name: string
  readonly cells: ReadonlyArray<string>
}

const priceNames = ["open", "high", "low", "close"] as const

const timesOf = (candles: ReadonlyArray<Candle>, timeZone: string): ReadonlyArray<string> => {
  const times = candles.map(({ time }) => wallClockAt(time, timeZone))
  return times.every((time) => time.endsWith("T00:00")) ? times.map((time) => time.slice(0, dateLength)) : times
}

const dateLength = "2025-07-23".length

/** Digits behind the point of the number that needs most. */
const decimalsOf = (values: ReadonlyArray<number>): number =>
  values.reduce((most, value) => Math.max(most, fractionOf(String(value)).length), 0)

/** What is behind the point; nothing of a number with an exponent, which is written as it is. */
const fractionOf = (text: string): string => (text.includes("e") ? "" : (text.split(".")[1] ?? ""))

const withDecimals = (value: number, decimals: number): string => {
  const text = String(value)
  if (decimals === 0 || text.includes("e")) return text
  const fraction = fractionOf(text)
  return `${fraction === "" ? `${text}.` : text}${"0".repeat(decimals - fraction.length)}`
}
