import { definePlugin } from "@mjolnir/core"

import { fifthCandle } from "../fifthCandle.ts"

export default definePlugin({
  name: "duplicate-part",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Has a detector that is called as another one is",
  isolation: "inline",
  detectors: [fifthCandle("double-top")]
})
