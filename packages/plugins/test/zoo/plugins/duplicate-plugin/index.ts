import { definePlugin } from "@mjolnir/core"

import { fifthCandle } from "../fifthCandle.ts"

export default definePlugin({
  name: "classic",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Is called as another plugin is",
  isolation: "inline",
  detectors: [fifthCandle("of-its-own")]
})
