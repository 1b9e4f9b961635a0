import { Detection } from "@mjolnir/core"
import { Struct } from "effect"

/** The documented keys of a detection in their order. */
export const detectionKeys = Struct.keys(Detection.fields)
