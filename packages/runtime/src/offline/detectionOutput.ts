import type { Detection } from "@mjolnir/core"

import { csvCell } from "./csvLine.ts"
import { detectionTable, type TableSettings } from "./detectionTable.ts"
import type { DetectionWriter } from "./DetectionWriter.ts"

/** How detections are printed. */
export type DetectionFormat = "jsonl" | "table" | "csv"

/** The writer of a format. */
export const detectionWriter = (format: DetectionFormat, table: TableSettings): DetectionWriter => {
  switch (format) {
    case "jsonl":
      return { header: undefined, line: detectionJson }
    case "csv":
      return { header: fields.join(","), line: detectionCsv }
    case "table":
      return detectionTable(table)
  }
}

/** A detection as a line of JSON: exactly the documented keys in their order, times in epoch milliseconds. */
const detectionJson = (detection: Detection): string => JSON.stringify(ordered(detection))

const detectionCsv = (detection: Detection): string => {
  const { anchors, metadata, ...plain } = ordered(detection)
  return [...Object.values(plain), anchors.join(";"), JSON.stringify(metadata)].map(String).map(csvCell).join(",")
}

const ordered = (detection: Detection) => {
  const { id, symbol, interval, detector, pattern, direction, confidence, triggerPrice } = detection
  const { time, confirmedAt, anchors, metadata } = detection
  return {
    id,
    symbol,
    interval,
    detector,
    pattern,
    direction,
    confidence,
    triggerPrice,
    time,
    confirmedAt,
    anchors,
    metadata
  } satisfies Detection
}

const fields: ReadonlyArray<keyof Detection> = [
  "id",
  "symbol",
  "interval",
  "detector",
  "pattern",
  "direction",
  "confidence",
  "triggerPrice",
  "time",
  "confirmedAt",
  "anchors",
  "metadata"
]
