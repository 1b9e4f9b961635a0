import { definePlugin } from "@mjolnir/core"

import { bearFlag } from "./bearFlag.ts"
import { bearishReversal } from "./bearishReversal.ts"
import { bullFlag } from "./bullFlag.ts"
import { bullishReversal } from "./bullishReversal.ts"
import { doubleBottom } from "./doubleBottom.ts"
import { doubleTop } from "./doubleTop.ts"
import { flatTopBreakout } from "./flatTopBreakout.ts"

/** The patterns of the service that Mjolnir replaces, in the order in which it looked for them. */
export default definePlugin({
  name: "classic",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Flat tops, reversals, double tops and bottoms, flags",
  detectors: [flatTopBreakout, bullishReversal, bearishReversal, doubleTop, doubleBottom, bullFlag, bearFlag]
})
