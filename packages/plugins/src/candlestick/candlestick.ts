import { type CandleWindow, defineDetector, zone } from "@mjolnir/core"

import { CandlestickParams } from "./CandlestickParams.ts"
import { CandlestickState } from "./CandlestickState.ts"
import { patternDescriptions } from "./patternDescriptions.ts"
import { patternIds } from "./PatternId.ts"
import { storedCandlestickState } from "./storedCandlestickState.ts"

/**
 * The 61 candlestick patterns of TA-Lib, equal to it in every bit: where its function returns something other than 0,
 * there is one match of that name with the value in its metadata.
 *
 * The direction is the sign of the value. Some functions return 100 for a shape that takes no side (CDLDOJI,
 * CDLDRAGONFLYDOJI, CDLGRAVESTONEDOJI, CDLLONGLEGGEDDOJI, CDLRICKSHAWMAN, CDLTAKURI): for these "bullish" means no more
 * than that the shape is there, as it does in TA-Lib. The confidence says how clear the shape is, not how likely a profit:
 * see {@link confidenceOf}.
 *
 * TA-Lib's running sums start with the first candle. One who starts later has the same thresholds to within rounding,
 * which decides only where a length meets its threshold to the last bit.
 */
export const candlestick = defineDetector({
  name: "candlestick",
  version: "1.0.0",
  summary: "The 61 candlestick patterns of TA-Lib, bit for bit",
  emits: patternIds,
  patterns: patternDescriptions,
  params: CandlestickParams,
  // The pattern with the longest lookback has five candles, and the first is measured by the ten before it.
  history: 15,
  // No pattern comes so early. By the candle before it sees which it has missed, so that one must always be shown.
  warmUp: 2,
  priceScale: "relative",
  state: { init: () => new CandlestickState(), schema: storedCandlestickState },
  detect: (window, state, params) => {
    state.take(window)
    return state.matches(window, params)
  },
  annotate: ({ anchors, pattern }, window) => {
    const [oldest] = anchors
    return [zone(pattern, oldest, 0, lowest(window, oldest), highest(window, oldest))]
  },
  explain: ({ confidence, metadata }) => {
    const value = Math.abs(Number(metadata?.["value"]))
    return [{ rule: "size of what TA-Lib's function returns", value, threshold: 80, score: confidence }]
  }
})

const lowest = (window: CandleWindow, oldest: number): number => {
  let low = window.low(0)
  for (let age = 1; age <= oldest; age++) low = Math.min(low, window.low(age))
  return low
}

const highest = (window: CandleWindow, oldest: number): number => {
  let high = window.high(0)
  for (let age = 1; age <= oldest; age++) high = Math.max(high, window.high(age))
  return high
}
