import { Schema } from "effect"

import type { Detection } from "../domain/Detection.ts"
import { defineGate } from "../plugin/defineGate.ts"
import { param } from "../plugin/param.ts"

/**
 * Suppresses a pattern of a detector that was published for the same symbol and interval less than `millis` of candle time before, or
 * whose trigger candle is not newer. What is suppressed does not prolong the cooldown, and a provisional detection does not
 * hold back one that is confirmed. Of no effect when `millis` is 0.
 */
export const cooldown = defineGate({
  name: "cooldown",
  version: "1.0.0",
  summary: "Holds back what was published for the symbol a short while ago",
  reasons: ["cooldown"],
  params: Schema.Struct({
    millis: param(Schema.Finite, "Milliseconds of candle time", 0)
  }),
  state: {
    init: (): Record<string, number> => ({}),
    schema: Schema.Record(Schema.String, Schema.Finite)
  },
  decide: (detection, lastTimes, { millis }) => {
    const last = millis > 0 ? lastTimes[keyOf(detection)] : undefined
    return last !== undefined && detection.time - last < millis ? "cooldown" : undefined
  },
  passed: (detection, lastTimes) => {
    lastTimes[keyOf(detection)] = detection.time
  }
})

/** Two detectors may know a pattern by the same name and mean two things. */
const keyOf = ({ detector, interval, pattern, provisional }: Detection): string =>
  provisional === true ? `${interval} ${detector} ${pattern} provisional` : `${interval} ${detector} ${pattern}`
