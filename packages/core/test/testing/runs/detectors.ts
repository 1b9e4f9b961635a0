import { Schema } from "effect"

import { line } from "../../../src/domain/Annotation.ts"
import { defineDetector, noMatch } from "../../../src/plugin/defineDetector.ts"
import { param } from "../../../src/plugin/param.ts"

/** Finds every close that is more than `minimumGain` above the one before. */
export const rise = defineDetector({
  name: "rise",
  version: "1.0.0",
  summary: "A close above the one before",
  emits: ["RISE"],
  params: Schema.Struct({ minimumGain: param(Schema.Finite, "Least rise, in quote currency", 0) }),
  history: 2,
  detect: (window, _state, { minimumGain }) => {
    if (!(window.close(0) - window.close(1) > minimumGain)) return noMatch
    return [
      { pattern: "RISE", direction: "bullish", confidence: 0.1, trigger: 0, price: window.close(0), anchors: [1, 0] }
    ]
  },
  annotate: (_match, window) => [line("rise", [1, window.close(1)], [0, window.close(0)])],
  nearMisses: (window) =>
    window.close(0) === window.close(1)
      ? [{ pattern: "RISE", rules: [{ rule: "gain", value: 0, threshold: 0, score: 0 }], broken: ["gain"] }]
      : []
})

/** Finds that the forming candle stands above the last close. */
export const liveRise = defineDetector({
  name: "live-rise",
  version: "1.0.0",
  summary: "A price above the last close",
  emits: ["LIVE_RISE"],
  params: Schema.Struct({ minimumGain: param(Schema.Finite, "Least rise, in quote currency", 0) }),
  history: 1,
  on: "tick",
  detect: ({ closed, forming }, _state, { minimumGain }) =>
    forming.last - closed.close(0) > minimumGain
      ? [{ pattern: "LIVE_RISE", direction: "bullish", confidence: 0.1, price: forming.last, anchors: [0] }]
      : noMatch
})

/** Throws at its second candle. */
export const failing = defineDetector({
  name: "failing",
  version: "1.0.0",
  summary: "Throws",
  emits: ["NEVER"],
  params: Schema.Struct({}),
  history: 2,
  detect: () => {
    throw new Error("oh")
  }
})

export const countsOf = (atEach: ReadonlyArray<ReadonlyArray<unknown>>): ReadonlyArray<number> =>
  atEach.map(({ length }) => length)
