import type { Candle } from "../../domain/Candle.ts"

/**
 * A chart of candles as text, one column each, for messages of failed tests: `o` is the body of a rising candle, `#` of
 * a falling one, `-` of one that closes where it opened, `|` a shadow. Missing candles are one blank column.
 *
 * @example
 * candleChart(candles, { height: 5 })
 * // 5  |
 * //    |#
 * //    o# -
 * //    o#
 * // 1  o
 */
export const candleChart = (
  candles: ReadonlyArray<Candle>,
  { height = 12 }: { readonly height?: number } = {}
): string => {
  if (candles.length === 0) return "no candles"
  const highest = Math.max(...candles.map(({ high }) => high))
  const lowest = Math.min(...candles.map(({ low }) => low))
  const rows = highest > lowest ? Math.max(2, height) : 1
  /** Row of a price, 0 at the top. */
  const rowOf = (price: number): number =>
    rows === 1 ? 0 : Math.round(((highest - price) / (highest - lowest)) * (rows - 1))
  const drawn = candles.flatMap((candle) =>
    candle.gap > 0 ? [() => " ", markOf(candle, rowOf)] : [markOf(candle, rowOf)]
  )
  const labels = [highest, lowest].map(String)
  const width = Math.max(...labels.map(({ length }) => length))
  return Array.from({ length: rows }, (_, row) => {
    const label = row === 0 ? labels[0] : row === rows - 1 ? labels[1] : undefined
    return `${(label ?? "").padStart(width)}  ${drawn.map((mark) => mark(row)).join("")}`.trimEnd()
  }).join("\n")
}

/** What a candle shows in each row. */
const markOf = (
  { close, high, low, open }: Candle,
  rowOf: (price: number) => number
): ((row: number) => "o" | "#" | "-" | "|" | " ") => {
  const body = close > open ? "o" : close < open ? "#" : "-"
  const bodyTop = rowOf(Math.max(open, close))
  const bodyEnd = rowOf(Math.min(open, close))
  const top = rowOf(high)
  const end = rowOf(low)
  return (row) => (row >= bodyTop && row <= bodyEnd ? body : row >= top && row <= end ? "|" : " ")
}
