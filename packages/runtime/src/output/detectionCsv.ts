import type { Detection } from "@mjolnir/core"

import { csvCell } from "./csvCell.ts"
import { detectionKeys } from "./detectionKeys.ts"
import type { DetectionWriter } from "./DetectionWriter.ts"

/** Writes detections as CSV: the anchors with semicolons between, the metadata as JSON. */
export const detectionCsv: DetectionWriter = {
  header: detectionKeys.join(","),
  line: (detection) => detectionKeys.map((key) => csvCell(cellText(detection[key]))).join(",")
}

const cellText = (value: Detection[keyof Detection]): string => {
  if (Array.isArray(value)) return value.join(";")
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}
