import { Schema } from "effect"

import { defineGate } from "../plugin/defineGate.ts"
import { param } from "../plugin/param.ts"

/** Suppresses detections of too little confidence. */
export const minimumConfidence = defineGate({
  name: "minimum-confidence",
  version: "1.0.0",
  summary: "Holds back detections of too little confidence",
  reasons: ["below_minimum_confidence"],
  params: Schema.Struct({
    minimum: param(Schema.Finite, "Least confidence, 0 to 1", 0)
  }),
  decide: ({ confidence }, _state, { minimum }) => (confidence < minimum ? "below_minimum_confidence" : undefined)
})
