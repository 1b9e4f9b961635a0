import { definePlugin } from "@mjolnir/core"

import { fifthCandle } from "../fifthCandle.ts"

export default definePlugin({
  name: "infinite-loop",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Begins to loop at its fortieth candle",
  isolation: "worker",
  detectors: [
    fifthCandle("loops-forever", () => {
      for (;;);
    })
  ]
})
