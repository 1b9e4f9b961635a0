import { definePlugin } from "@mjolnir/core"

import { fifthCandle } from "../fifthCandle.ts"

export default definePlugin({
  name: "exits-at-a-candle",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Ends the process at its fortieth candle",
  isolation: "worker",
  detectors: [fifthCandle("ends-the-process", () => process.exit(3))]
})
