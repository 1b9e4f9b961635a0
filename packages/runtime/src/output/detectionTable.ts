import type { DetectionWriter } from "./DetectionWriter.ts"
import { directionStyles, directionText } from "./directions.ts"
import { painter, type Style } from "./painter.ts"
import { utcText } from "./utcText.ts"

/** What the table has to know before it sees the first detection. */
export interface TableSettings {
  /** Every pattern that may come. */
  readonly patterns: ReadonlyArray<string>
  /** The symbols that may come, as far as they are known. */
  readonly symbols: ReadonlyArray<string>
  readonly colored: boolean
}

/**
 * Writes detections as a table to read in eighty columns, one line each as they come. So the widths of the columns are chosen
 * beforehand, and a wider cell shifts its own line only.
 */
export const detectionTable = ({ colored, patterns, symbols }: TableSettings): DetectionWriter => {
  const paint = painter(colored)
  const symbolWidth = widest(symbols, "SYMBOL")
  const patternWidth = widest(patterns, "PATTERN")
  const row = (cells: TableCells, directionStyle: Style): string =>
    [
      cells.time.padEnd(timeWidth),
      cells.symbol.padEnd(symbolWidth),
      cells.pattern.padEnd(patternWidth),
      paint(directionStyle, cells.direction.padEnd(directionWidth)),
      cells.confidence.padStart(headings.confidence.length),
      cells.price.padStart(priceWidth),
      ...(cells.remark === undefined ? [] : [cells.remark])
    ].join("  ")
  return {
    header: row(headings, "plain"),
    line: (detection) =>
      row(
        {
          time: utcText(detection.time),
          symbol: detection.symbol,
          pattern: detection.pattern,
          direction: directionText(detection.direction),
          confidence: detection.confidence.toFixed(2),
          price: priceText(detection.triggerPrice),
          ...(detection.provisional === true ? { remark: "provisional" } : {})
        },
        directionStyles[detection.direction]
      )
  }
}

interface TableCells extends Readonly<
  Record<"time" | "symbol" | "pattern" | "direction" | "confidence" | "price", string>
> {
  /** What few detections have, after the last column. */
  readonly remark?: string
}

const headings: TableCells = {
  time: "TIME (UTC)",
  symbol: "SYMBOL",
  pattern: "PATTERN",
  direction: "DIRECTION",
  confidence: "CONF.",
  price: "PRICE"
}

/** Two to four decimals; more for what costs less than one. */
const priceText = (price: number): string =>
  Math.abs(price) < 1 ? String(price) : price.toFixed(Number(price.toFixed(2)) === price ? 2 : 4)

const widest = (texts: ReadonlyArray<string>, heading: string): number =>
  Math.max(heading.length, ...texts.map((text) => text.length))

const timeWidth = 16
const directionWidth = directionText("bullish").length
const priceWidth = 10
