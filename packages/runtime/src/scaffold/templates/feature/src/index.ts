import { definePlugin } from "@mjolnir/core"

import { meanRange } from "./mean-range.ts"

export default definePlugin({
  name: "mean-range",
  version: "0.1.0",
  summary: "Mean of high minus low over a period",
  sdk: "^0.1.0",
  features: [meanRange(14)]
})
