import { type CandleWindow, defineDetector, line, noMatch, param, type RuleScore } from "@mjolnir/core"
import { Schema } from "effect"

/** Finds three closes in a row, each above the one before. The surer, the further and the more evenly they rise. */
export const threeUp = defineDetector({
  name: "three-up",
  version: "0.1.0",
  summary: "Three rising closes in a row",
  emits: ["THREE_UP"],
  // What `mjolnir patterns` says of it. The last candle of the example must complete the pattern.
  patterns: {
    THREE_UP: {
      means: "Buyers have raised the price three times in a row.",
      rule: "each close is above the one before, and the third is above the first by the minimum gain",
      source: "a plugin of your own",
      example: [
        [100, 100.5, 99.5, 100],
        [100, 101.2, 99.9, 101],
        [101, 102.1, 100.8, 102]
      ]
    }
  },
  params: Schema.Struct({
    minimumGain: param(
      Schema.Finite.check(Schema.isGreaterThan(0)),
      "How far the third close must be above the first, as a share of it: 0.01 is 1 %",
      0.01
    )
  }),
  // Candles that `detect` looks at. The window reads as NaN beyond them.
  history: 3,
  // Only ratios of prices count: a stock of 5 dollars is judged like one of 500.
  priceScale: "relative",
  // The newest candle has age 0. Pure: no clock, no network, no randomness, nothing remembered between calls.
  detect: (window, _state, { minimumGain }) => {
    const isRising = window.close(0) > window.close(1) && window.close(1) > window.close(2)
    if (!isRising || gainOf(window) < minimumGain) return noMatch
    return [
      {
        pattern: "THREE_UP",
        direction: "bullish",
        confidence: rulesOf(window, minimumGain).reduce((sum, { score }) => sum + score, 0),
        trigger: 0,
        price: window.close(0),
        anchors: [2, 1, 0],
        metadata: { gain: gainOf(window) }
      }
    ]
  },
  // What the chart shows of a match.
  annotate: (_match, window) => [line("rise", [2, window.close(2)], [0, window.close(0)])],
  // Why a match has its confidence: the scores sum to it.
  explain: (_match, window, { minimumGain }) => rulesOf(window, minimumGain)
})

const rulesOf = (window: CandleWindow, minimumGain: number): ReadonlyArray<RuleScore> => {
  const gain = gainOf(window)
  const evenness = evennessOf(window)
  return [
    // 0.5 at the minimum, nearly 0.8 far above it.
    { rule: "gain", value: gain, threshold: minimumGain, score: 0.8 - (0.3 * minimumGain) / gain },
    { rule: "evenness", value: evenness, threshold: 1, score: 0.2 * evenness }
  ]
}

/** Growth from the first close to the third, as a share of the first. */
const gainOf = (window: CandleWindow): number => window.close(0) / window.close(2) - 1

/** The smaller of the two steps as a share of the larger one: 1 when they are equal. */
const evennessOf = (window: CandleWindow): number => {
  const first = window.close(1) - window.close(2)
  const second = window.close(0) - window.close(1)
  return Math.min(first, second) / Math.max(first, second)
}
