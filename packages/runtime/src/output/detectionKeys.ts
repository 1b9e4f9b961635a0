import { Detection } from "@mjolnir/core"
import { Struct } from "effect"

/** The documented keys of a detection in their order; those at the end are there when there is something to say. */
export const detectionKeys = Struct.keys(Detection.fields)

/** The keys that every detection has. */
export const steadyDetectionKeys = [
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
] as const satisfies ReadonlyArray<keyof Detection>
