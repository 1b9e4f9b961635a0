import { defineDetector, definePlugin, type Match, noMatch, type PatternDescription, param } from "@mjolnir/core"
import { Schema } from "effect"

/** Three candles that close higher each time, and one before them. */
export const risingExample = [
  [10, 10.2, 9.9, 10],
  [10, 10.2, 9.9, 10.1],
  [10.1, 10.4, 10, 10.3],
  [10.3, 10.6, 10.2, 10.5]
] as const satisfies PatternDescription["example"]

const description = (means: string): PatternDescription => ({
  means,
  rule: "Two closes in a row that are `least` or more above the one before.",
  source: "Made up for tests",
  example: risingExample
})

/** Finds two moves in a row the same way: `MOVE` in either direction, `RISE` upwards only. */
const mover = defineDetector({
  name: "mover",
  version: "1.2.0",
  summary: "Two closes in a row that go the same way",
  emits: ["MOVE", "RISE"],
  patterns: { MOVE: description("Price goes on as it went."), RISE: description("Price goes on rising. Or not.") },
  params: Schema.Struct({ least: param(Schema.Finite, "What a move must be, in quote currency", 0.1) }),
  history: 3,
  detect: (window, _state, { least }) => {
    const [last, before] = [window.close(0) - window.close(1), window.close(1) - window.close(2)]
    const match = { confidence: 0.5, trigger: 0, price: window.close(0), anchors: [2, 0] } as const
    const bullish = { ...match, direction: "bullish" } as const
    if (last >= least - 1e-9 && before >= least - 1e-9) {
      return [
        { ...bullish, pattern: "MOVE" },
        { ...bullish, pattern: "RISE" }
      ]
    }
    if (!(last <= -least + 1e-9 && before <= -least + 1e-9)) return noMatch
    const falling: ReadonlyArray<Match<"MOVE">> = [{ ...match, direction: "bearish", pattern: "MOVE" }]
    return falling
  }
})

/** A detector that says nothing of its patterns. */
const silent = defineDetector({
  name: "silent",
  version: "1.0.0",
  summary: "Finds nothing and says nothing of it",
  emits: ["NOTHING"],
  params: Schema.Struct({}),
  history: 7,
  detect: () => noMatch
})

export const describedPlugin = definePlugin({
  name: "described",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "A plugin whose patterns are described",
  detectors: [mover, silent]
})
