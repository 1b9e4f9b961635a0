import { definePlugin } from "@mjolnir/core"

import { fifthCandle } from "../fifthCandle.ts"

export default definePlugin({
  name: "heap-bomb",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Fills the memory at its fortieth candle",
  isolation: "worker",
  detectors: [
    fifthCandle("fills-the-memory", () => {
      const held: Array<ReadonlyArray<number>> = []
      for (;;) held.push(Array.from({ length: 100_000 }, (_, index) => index + held.length))
    })
  ]
})
