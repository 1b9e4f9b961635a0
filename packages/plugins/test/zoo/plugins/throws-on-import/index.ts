import { definePlugin } from "@mjolnir/core"

import { fifthCandle } from "../fifthCandle.ts"

const readWeights = () => {
  throw new Error("there is no table of weights")
}
readWeights()

export default definePlugin({
  name: "throws-on-import",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Throws when it is imported",
  isolation: "inline",
  detectors: [fifthCandle("not-made")]
})
