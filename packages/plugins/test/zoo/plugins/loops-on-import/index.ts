import { definePlugin } from "@mjolnir/core"

import { fifthCandle } from "../fifthCandle.ts"

const waitForWeights = () => {
  for (;;);
}
waitForWeights()

export default definePlugin({
  name: "loops-on-import",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Loops when it is imported",
  isolation: "worker",
  detectors: [fifthCandle("never-made-either")]
})
