import { describe, it } from "@effect/vitest"
import { conformance } from "@mjolnir/core/testing"

import { candlestick } from "../../src/candlestick/candlestick.ts"

describe("the candlestick detector keeps the contract:", () => {
  for (const { id, run, title } of conformance(candlestick)) it(`${id} ${title}`, run)
})

describe("the candlestick detector keeps the contract when it looks for a few patterns:", () => {
  const settings = { patterns: ["CDLHIKKAKE", "CDLHIKKAKEMOD", "CDLMORNINGSTAR"], morningStarPenetration: 0.1 }
  for (const { id, run, title } of conformance(candlestick, { settings, budget: { candles: 10_000 } })) {
    it(`${id} ${title}`, run)
  }
})
