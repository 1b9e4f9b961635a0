import { detectionKeys } from "./detectionKeys.ts"
import type { DetectionWriter } from "./DetectionWriter.ts"

/** Writes a detection as a line of JSON: exactly the documented keys in their order, times in epoch milliseconds. */
export const detectionJson: DetectionWriter = {
  header: undefined,
  line: (detection) => JSON.stringify(Object.fromEntries(detectionKeys.map((key) => [key, detection[key]])))
}
