import { defineDetector, line, noMatch, zone } from "@mjolnir/core"
import { Schema } from "effect"

import { setting } from "../setting.ts"
import { bullFlagRules } from "./bullFlagConfidence.ts"
import { findBullFlag, longestBullFlag, shortestBullFlag } from "./bullFlagSearch.ts"
import { bullFlagDescription } from "./patternDescriptions.ts"

/**
 * A steep rise (the pole, 3 to 12 candles), then a pause that gives a part of it back (the flag, the newest 4 to 15
 * candles). It is reported before the price breaks out of the flag, and anew for every candle that makes the flag
 * longer.
 *
 * The classic rules of the service that Mjolnir replaces.
 */
export const bullFlag = defineDetector({
  name: "bull-flag",
  version: "1.0.0",
  summary: "A steep rise, then a pause that gives a part of it back",
  emits: ["BULL_FLAG"],
  patterns: { BULL_FLAG: bullFlagDescription },
  params: Schema.Struct({
    minimumPoleGain: setting("Least rise from the pole's low to its high, as a share of the low", 0.02),
    maximumPoleGain: setting("Greatest rise from the pole's low to its high, as a share of the low", 0.5),
    minimumPullback: setting("Part of the pole that the flag's low must give back", 0.1),
    maximumPullback: setting("Part of the pole that the flag's low may give back", 0.8),
    minimumFlagRange: setting("Least height of the flag as a share of its high", 0.01),
    maximumFlagRange: setting("Greatest height of the flag as a share of its high", 0.15)
  }),
  history: longestBullFlag,
  warmUp: shortestBullFlag,
  priceScale: "relative",
  detect: (window, _state, params) => {
    const found = findBullFlag(window, params)
    if (found === undefined) return noMatch
    const candles = found.poleLength + found.flagLength
    return [
      {
        pattern: "BULL_FLAG",
        direction: "bullish",
        confidence: found.confidence,
        trigger: 0,
        price: window.close(0),
        anchors: [candles - 1, found.flagLength, 0],
        metadata: {
          candles_involved: candles,
          flagpole_length: found.poleLength,
          flag_length: found.flagLength,
          setup_type: "pre_breakout",
          valid: true,
          flagpole_gain: found.poleGain,
          pullback_ratio: found.pullback,
          flag_range: found.flagRange,
          flagpole_low: found.poleLow,
          flagpole_high: found.poleHigh,
          flag_high: found.flagHigh,
          flag_low: found.flagLow
        }
      }
    ]
  },
  annotate: (_match, window, params) => {
    const found = findBullFlag(window, params)
    if (found === undefined) return []
    const { flagHigh, flagLength, flagLow, poleHigh, poleLength, poleLow } = found
    const poleStart = flagLength + poleLength - 1
    return [
      zone("pole", poleStart, flagLength, poleLow, poleHigh),
      zone("flag", flagLength - 1, 0, flagLow, flagHigh),
      line("breakout", [flagLength - 1, flagHigh], [0, flagHigh])
    ]
  },
  explain: (_match, window, params) => {
    const found = findBullFlag(window, params)
    return found === undefined ? [] : bullFlagRules(found)
  }
})
