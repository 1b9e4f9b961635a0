import type { Detection, TriggerCandle } from "./Detection.ts"

/** What the gates say of a detection: publish it, or suppress it for a reason. */
export type Decision =
  | { readonly _tag: "Publish"; readonly detection: Detection; readonly candle: TriggerCandle }
  | { readonly _tag: "Suppress"; readonly detection: Detection; readonly reason: string }
