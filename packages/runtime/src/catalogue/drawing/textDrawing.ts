import type { Candle, Detection } from "@mjolnir/core"
import { candleChart } from "@mjolnir/core/testing"

import { croppedTo } from "./croppedTo.ts"

/**
 * A detection on its candles as lines of text of at most so many columns: under the chart `^` marks the trigger candle and
 * `.` the anchors. When there are more candles than columns, several are drawn as one.
 */
export const textDrawing = (
  candles: ReadonlyArray<Candle>,
  detection: Detection,
  columns: number
): ReadonlyArray<string> => {
  const cropped = croppedTo(detection, candles)
  const prices = cropped.flatMap(({ high, low }) => [high, low])
  const labels = [Math.max(...prices), Math.min(...prices)].map((price) => String(price).length)
  const margin = Math.max(...labels) + labelGap
  const together = Math.max(1, Math.ceil(cropped.length / Math.max(1, columns - margin)))
  const groups = Array.from({ length: Math.ceil(cropped.length / together) }, (_, index) =>
    cropped.slice(index * together, (index + 1) * together)
  )
  const anchors = new Set<number>(detection.anchors)
  const marks = groups.map((group) =>
    group.some(({ time }) => time === detection.time) ? "^" : group.some(({ time }) => anchors.has(time)) ? "." : " "
  )
  return [
    ...candleChart(groups.flatMap(asOne), { height }).split("\n"),
    `${" ".repeat(margin)}${marks.join("")}`.trimEnd()
  ]
}

/** Candles in a row as one. */
const asOne = (group: ReadonlyArray<Candle>): ReadonlyArray<Candle> => {
  const [first, last] = [group[0], group.at(-1)]
  if (first === undefined || last === undefined) return []
  const high = Math.max(...group.map((candle) => candle.high))
  const low = Math.min(...group.map((candle) => candle.low))
  return [{ ...first, high, low, close: last.close }]
}

const height = 12
/** What a text chart leaves between its prices and its candles. */
const labelGap = 2
