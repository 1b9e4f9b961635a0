import type { Detection } from "@mjolnir/core"

/** Writes detections line by line. */
export interface DetectionWriter {
  /** The line in front of the first detection, if any. */
  readonly header: string | undefined
  readonly line: (detection: Detection) => string
}
