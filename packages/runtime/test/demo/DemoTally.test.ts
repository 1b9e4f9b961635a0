import { assert, describe, it } from "@effect/vitest"
import { type Detection, epochMillis, StockSymbol } from "@mjolnir/core"

import { DemoTally } from "../../src/demo/DemoTally.ts"
import type { Plant } from "../../src/demo/SimulatedStock.ts"

const symbol = StockSymbol.make("HUGIN")
const planted = (pattern: Plant["pattern"], minute: number): Plant => ({
  symbol,
  pattern,
  confirmedAt: epochMillis(minute * 60_000)
})
const detected = (pattern: string, minute: number): Detection => ({
  id: "",
  symbol,
  interval: "1m",
  detector: "a@1.0.0",
  pattern,
  direction: "bullish",
  confidence: 1,
  triggerPrice: 1,
  time: epochMillis(0),
  confirmedAt: epochMillis(minute * 60_000),
  anchors: [],
  metadata: {}
})

describe("the demo's account", () => {
  it("tells planted patterns from those that came about on their own, those missed and those not complete", () => {
    const tally = new DemoTally()
    tally.planted(planted("BULL_FLAG", 10))
    tally.planted(planted("BULL_FLAG", 20))
    tally.planted(planted("BEAR_FLAG", 20))
    tally.planted(planted("DOUBLE_TOP", 30))
    assert.isTrue(tally.detected(detected("BULL_FLAG", 10)))
    assert.isFalse(tally.detected(detected("BULL_FLAG", 10)))
    assert.isFalse(tally.detected(detected("DOUBLE_BOTTOM", 20)))
    assert.deepStrictEqual(tally.patterns(20 * 60_000), [
      { pattern: "BEAR_FLAG", detected: 0, planted: 1, found: 0 },
      { pattern: "BULL_FLAG", detected: 2, planted: 2, found: 1 },
      { pattern: "DOUBLE_BOTTOM", detected: 1, planted: 0, found: 0 }
    ])
    assert.strictEqual(tally.forming(20 * 60_000), 1)
  })
})
