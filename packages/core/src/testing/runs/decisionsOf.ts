import { Result, Schema } from "effect"

import type { Detection } from "../../domain/Detection.ts"
import { type ConfiguredGate, defineGate, type Gate } from "../../plugin/defineGate.ts"
import type { PartOptions } from "./RunOptions.ts"
import { StageAlone } from "./StageAlone.ts"

/** How a gate is run under test. */
export interface GateOptions extends PartOptions {
  /** The detections that another gate, one that comes after it, holds back; their reason is `another_gate`. */
  readonly holdsBack?: (detection: Detection) => boolean
  /** Saves what the gate remembers before each detection and goes on from that, as a host does that is restarted. */
  readonly restarts?: boolean
}

/**
 * What becomes of each of the detections at a gate, one after the other as a host has it decide: `published`, or the
 * reason to hold it back. Each symbol has a state of its own.
 *
 * @throws InvalidParams when the settings do not fit.
 * @throws PartFailed when it throws or gives a reason that it does not declare.
 *
 * @example
 * const detections = [9, 10, 11].map((hour) => detectionWith({ confirmedAt: Date.UTC(2025, 6, 23, hour) }))
 * const decisions = decisionsOf(dailyLimit, detections, { settings: { perDay: 2 } })
 * assert.deepStrictEqual(decisions, ["published", "published", "daily_limit"])
 */
export const decisionsOf = (
  gate: Gate,
  detections: ReadonlyArray<Detection>,
  { holdsBack = () => false, restarts = false, settings = {} }: GateOptions = {}
): ReadonlyArray<string> => {
  const stage = new StageAlone({ gates: [Result.getOrThrow(gate.configure(settings)), anotherGate(holdsBack)] })
  return detections.map((detection, index) => {
    if (restarts) stage.restart()
    const decision = stage.decide(detection, `detection ${index + 1} of ${detections.length}`)
    return decision._tag === "Publish" ? "published" : decision.reason
  })
}

const anotherGate = (holdsBack: (detection: Detection) => boolean): ConfiguredGate =>
  Result.getOrThrow(
    defineGate({
      name: "another-gate",
      version: "1.0.0",
      summary: "Holds back what a test says",
      reasons: ["another_gate"],
      params: Schema.Struct({}),
      decide: (detection) => (holdsBack(detection) ? "another_gate" : undefined)
    }).configure({})
  )
