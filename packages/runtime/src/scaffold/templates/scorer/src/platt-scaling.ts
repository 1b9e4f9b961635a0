import { defineScorer, param } from "@mjolnir/core"
import { Schema } from "effect"

/**
 * Turns the confidence of a detection into the probability that it comes true: 1 / (1 + e^-(slope (confidence - even))).
 * Fit both params to past detections that did and did not come true.
 *
 * Source: J. Platt, Probabilistic Outputs for Support Vector Machines (1999).
 */
export const plattScaling = defineScorer({
  name: "platt-scaling",
  version: "0.1.0",
  summary: "Turns confidence into a probability by a fitted curve",
  params: Schema.Struct({
    slope: param(Schema.Finite, "How fast the probability grows with confidence", 8),
    even: param(Schema.Finite, "The confidence at which the chances are even", 0.7)
  }),
  // Pure, so that gates can go by it. A scorer that asks a model server has `consult` and a `layer` instead.
  score: ({ confidence }, { even, slope }) => ({
    probability: 1 / (1 + Math.exp(-slope * (confidence - even))),
    model: "platt-scaling"
  })
})
