import { detectionCsv } from "./detectionCsv.ts"
import { detectionJson } from "./detectionJson.ts"
import { detectionTable, type TableSettings } from "./detectionTable.ts"
import type { DetectionWriter } from "./DetectionWriter.ts"

/** How detections are printed. */
export type DetectionFormat = "jsonl" | "table" | "csv"

/** The writer of a format. */
export const detectionWriter = (format: DetectionFormat, table: TableSettings): DetectionWriter => {
  switch (format) {
    case "jsonl":
      return detectionJson
    case "csv":
      return detectionCsv
    case "table":
      return detectionTable(table)
  }
}
