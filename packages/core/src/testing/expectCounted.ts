import type { Metrics } from "../services/Metrics.ts"
import { ExpectationFailed } from "./ExpectationFailed.ts"

/**
 * Throws `ExpectationFailed` unless a counter or gauge stands at this value, summed over its labels.
 *
 * @example
 * expectCounted(yield* Metrics, "detections_dropped_total", 1)
 */
export const expectCounted = (
  metrics: Metrics["Service"],
  name: Parameters<Metrics["Service"]["total"]>[0],
  expected: number
): void => {
  const actual = metrics.total(name)
  if (actual !== expected)
    throw new ExpectationFailed({ expectation: `${name} stands at ${expected}`, expected, actual })
}
