import type { Detection } from "@mjolnir/core"

import type { DetectionWriter } from "./DetectionWriter.ts"

/** What the table has to know before it sees the first detection. */
export interface TableSettings {
  /** Every pattern that may come. */
  readonly patterns: ReadonlyArray<string>
  /** The symbols that may come, as far as they are known. */
  readonly symbols: ReadonlyArray<string>
  readonly colored: boolean
}

/**
 * Writes detections as a table to read, one line each as they come. So the widths of the columns are chosen
 * beforehand, and a wider cell shifts its own line only.
 */
export const detectionTable = ({ colored, patterns, symbols }: TableSettings): DetectionWriter => {
  const paint = colored ? painted : plain
  const symbolWidth = widest(symbols, "SYMBOL")
  const patternWidth = widest(patterns, "PATTERN")
  const row = (cells: TableCells, directionColor: number): string =>
    [
      cells.time.padEnd(timeWidth),
      cells.symbol.padEnd(symbolWidth),
      cells.pattern.padEnd(patternWidth),
      paint(directionColor, cells.direction.padEnd(directionWidth)),
      cells.confidence.padStart(headings.confidence.length),
      cells.price.padStart(priceWidth),
      cells.confirmed
    ].join("  ")
  return {
    header: row(headings, plainColor),
    line: (detection) =>
      row(
        {
          time: utcText(detection.time),
          symbol: detection.symbol,
          pattern: detection.pattern,
          direction: `${arrows[detection.direction]} ${detection.direction}`,
          confidence: detection.confidence.toFixed(2),
          price: priceText(detection.triggerPrice),
          confirmed: utcText(detection.confirmedAt)
        },
        colors[detection.direction]
      )
  }
}

type TableCells = Readonly<
  Record<"time" | "symbol" | "pattern" | "direction" | "confidence" | "price" | "confirmed", string>
>

const headings: TableCells = {
  time: "TIME (UTC)",
  symbol: "SYMBOL",
  pattern: "PATTERN",
  direction: "DIRECTION",
  confidence: "CONFIDENCE",
  price: "PRICE",
  confirmed: "CONFIRMED (UTC)"
}

const arrows = { bullish: "▲", bearish: "▼", neutral: "•" } as const satisfies Record<Detection["direction"], string>
const plainColor = 0
const colors = { bullish: 32, bearish: 31, neutral: plainColor } as const satisfies Record<
  Detection["direction"],
  number
>

const painted = (color: number, text: string): string =>
  color === plainColor ? text : `\u001B[${color}m${text}\u001B[0m`
const plain = (_color: number, text: string): string => text

/** `2013-10-07 13:45`, with seconds when there are any. */
const utcText = (time: number): string =>
  new Date(time)
    .toISOString()
    .slice(0, time % 60_000 === 0 ? 16 : 19)
    .replace("T", " ")

/** Two to four decimals; more for what costs less than one. */
const priceText = (price: number): string =>
  Math.abs(price) < 1 ? String(price) : price.toFixed(Number(price.toFixed(2)) === price ? 2 : 4)

const widest = (texts: ReadonlyArray<string>, heading: string): number =>
  Math.max(heading.length, ...texts.map((text) => text.length))

const timeWidth = 16
const directionWidth = "▲ bullish".length
const priceWidth = 10
