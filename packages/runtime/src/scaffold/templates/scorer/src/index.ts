import { definePlugin } from "@mjolnir/core"

import { plattScaling } from "./platt-scaling.ts"

export default definePlugin({
  name: "platt-scaling",
  version: "0.1.0",
  summary: "Turns confidence into a probability by a fitted curve",
  sdk: "^0.1.0",
  scorers: [plattScaling]
})
