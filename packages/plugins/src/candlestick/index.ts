import { definePlugin } from "@mjolnir/core"

import { candlestick } from "./candlestick.ts"

/** The candlestick patterns that TA-Lib knows. */
export default definePlugin({
  name: "candlestick",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "All 61 candlestick patterns of TA-Lib",
  detectors: [candlestick]
})
