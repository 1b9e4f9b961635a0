import { definePlugin } from "@mjolnir/core"

import { fifthCandle } from "../fifthCandle.ts"

process.exit(3)

export default definePlugin({
  name: "exits-on-import",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Ends the process when it is imported",
  isolation: "worker",
  detectors: [fifthCandle("never-made")]
})
