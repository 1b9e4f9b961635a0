import { defineDetector, type Detector } from "@mjolnir/core"
import { Schema } from "effect"

/** A detector that does no harm until it is called for the fortieth time, and then does `harm`. */
export const fifthCandle = (name: string, harm: () => void = () => {}): Detector => {
  let calls = 0
  return defineDetector({
    name,
    version: "1.0.0",
    summary: "Every fifth candle",
    emits: ["FIFTH"],
    params: Schema.Struct({}),
    history: 1,
    detect: (window) => {
      if (++calls === 40) harm()
      if ((window.time(0) / 60_000) % 5 !== 0) return []
      const price = window.close(0)
      return [{ pattern: "FIFTH", direction: "neutral", confidence: 0.9, trigger: 0, price, anchors: [0] }]
    }
  })
}
