import { definePlugin } from "@mjolnir/core"

import { fifthCandle } from "../fifthCandle.ts"

export default definePlugin({
  name: "wrong-sdk-range",
  version: "1.0.0",
  sdk: "^99.0.0",
  summary: "Needs an SDK that there is not",
  isolation: "inline",
  detectors: [fifthCandle("of-the-future")]
})
