import { definePlugin } from "@mjolnir/core"

import { doubleAndTripleExtremes } from "./extremes/doubleAndTripleExtremes.ts"
import { flagsAndPennants } from "./flags/flagsAndPennants.ts"
import { headAndShoulders } from "./heads/headAndShoulders.ts"
import { trendLines } from "./lines/trendLines.ts"
import { cupAndHandle } from "./round/cupAndHandle.ts"
import { rounding } from "./round/rounding.ts"

/** Chart patterns by their pivots, each reported when price leaves it. */
export default definePlugin({
  name: "chart",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Chart patterns told by their pivots, reported when price breaks out of them",
  detectors: [doubleAndTripleExtremes, headAndShoulders, trendLines, flagsAndPennants, cupAndHandle, rounding]
})
