import type { Detection } from "@mjolnir/core"

import { csvCell } from "./csvCell.ts"
import { steadyDetectionKeys } from "./detectionKeys.ts"
import type { DetectionWriter } from "./DetectionWriter.ts"

/** Writes detections as CSV: the anchors with semicolons between, the metadata as JSON. */
export const detectionCsv: DetectionWriter = {
  header: steadyDetectionKeys.join(","),
  line: (detection) => steadyDetectionKeys.map((key) => csvCell(cellText(detection[key]))).join(",")
}

const cellText = (value: Detection[(typeof steadyDetectionKeys)[number]]): string => {
  if (Array.isArray(value)) return value.join(";")
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}
