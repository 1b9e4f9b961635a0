import { definePlugin } from "@mjolnir/core"

import { harmonic } from "./harmonic.ts"

/** Patterns of pivots whose legs stand in given ratios. */
export default definePlugin({
  name: "harmonic",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Gartley, bat, butterfly, crab, shark, cypher, 5-0, three drives and AB=CD",
  detectors: [harmonic]
})
