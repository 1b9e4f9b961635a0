import type { Detection } from "../domain/Detection.ts"

/** Decides for one symbol whether a detection is published. Pure but for what it remembers between calls. */
export interface Gate {
  /** The reason to suppress the detection, or undefined to let it pass. */
  readonly check: (detection: Detection) => string | undefined
  /** Told when every gate has let the detection pass. */
  readonly passed?: (detection: Detection) => void
}

/** Makes the gate of one symbol. */
export type GateFactory = () => Gate

/** Suppresses detections whose confidence is below `minimum` (0…1). */
export const minimumConfidence =
  (minimum: number): GateFactory =>
  () => ({
    check: (detection) => (detection.confidence < minimum ? "below_minimum_confidence" : undefined)
  })

/**
 * Suppresses a pattern that was published for the same symbol less than `millis` of candle time before, or whose
 * trigger candle is not newer. What is suppressed does not prolong the cooldown. Of no effect when `millis` is 0.
 */
export const cooldown =
  (millis: number): GateFactory =>
  () => {
    const lastTime = new Map<string, number>()
    return {
      check: ({ pattern, time }) => {
        const last = lastTime.get(pattern)
        return millis > 0 && last !== undefined && time - last < millis ? "cooldown" : undefined
      },
      passed: ({ pattern, time }) => {
        lastTime.set(pattern, time)
      }
    }
  }
