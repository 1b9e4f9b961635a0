import { definePlugin } from "@mjolnir/core"

import { threeUp } from "./three-up.ts"

export default definePlugin({
  name: "three-up",
  version: "0.1.0",
  summary: "Three rising closes in a row",
  sdk: "^0.1.0",
  detectors: [threeUp]
})
