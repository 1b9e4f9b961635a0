import { Option } from "effect"

import type { DetectionFormat } from "../output/detectionOutput.ts"

/** The format that was asked for. Without one, details are printed as JSON lines on a terminal too: a table has no room. */
export const detailedFormat = (choice: {
  readonly details: boolean
  readonly format: Option.Option<DetectionFormat>
}): Option.Option<DetectionFormat> =>
  choice.details ? Option.orElseSome(choice.format, (): DetectionFormat => "jsonl") : choice.format
