import { Schema } from "effect"

import { Detection, TriggerCandle } from "./Detection.ts"

/** What the gates say of a detection: publish it, or suppress it for a reason. */
export const Decision = Schema.TaggedUnion({
  Publish: { detection: Detection, candle: TriggerCandle },
  Suppress: { detection: Detection, reason: Schema.String }
})
export type Decision = typeof Decision.Type
