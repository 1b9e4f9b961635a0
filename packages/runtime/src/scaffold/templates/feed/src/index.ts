import { definePlugin } from "@mjolnir/core"

import { pipedTrades } from "./piped-trades.ts"

export default definePlugin({
  name: "piped-trades",
  version: "0.1.0",
  summary: "Trades as lines such as AAPL|1753277400000|10.5|100",
  sdk: "^0.1.0",
  feeds: [pipedTrades]
})
