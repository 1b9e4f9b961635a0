import { definePlugin } from "@mjolnir/core"

import { dailyLimit } from "./daily-limit.ts"

export default definePlugin({
  name: "daily-limit",
  version: "0.1.0",
  summary: "Holds back what a symbol has had enough of for a day",
  sdk: "^0.1.0",
  gates: [dailyLimit]
})
