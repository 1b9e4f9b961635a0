import type { Detection } from "@mjolnir/core"

import { csvCell } from "./csvCell.ts"
import { steadyDetectionKeys } from "./detectionKeys.ts"
import type { DetectionWriter } from "./DetectionWriter.ts"

/**
 * Writes detections as CSV: the anchors with semicolons between, the metadata as JSON, and at the end whether it is
 * provisional.
 */
export const detectionCsv: DetectionWriter = {
  header: [...steadyDetectionKeys, "provisional"].join(","),
  line: (detection) =>
    [
      ...steadyDetectionKeys.map((key) => csvCell(cellText(detection[key]))),
      String(detection.provisional ?? false)
    ].join(",")
}

const cellText = (value: Detection[(typeof steadyDetectionKeys)[number]]): string => {
  if (Array.isArray(value)) return value.join(";")
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}
