import { definePlugin } from "@mjolnir/core"

import { fifthCandle } from "../fifthCandle.ts"

await new Promise(() => {})

export default definePlugin({
  name: "import-that-never-ends",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Waits for ever when it is imported",
  isolation: "inline",
  detectors: [fifthCandle("waited-for")]
})
