import { assert, describe, it } from "@effect/vitest"

import { flatTopBreakout } from "../../src/classic/flatTopBreakout.ts"
import { type Bar, matchesAtEnd, plain } from "./bars.ts"

const before = plain(9.8, 9.9)
const firstTop: Bar = [9.9, 10, 9.85, 9.95]
const secondTop: Bar = [9.95, 9.99, 9.88, 9.9]
const breakout: Bar = [9.9, 10.15, 9.88, 10.1, 200]

describe("a flat top breakout", () => {
  it("is a bullish close above two highs at most a cent apart", () => {
    assert.deepStrictEqual(matchesAtEnd(flatTopBreakout, [before, firstTop, secondTop, breakout]), [
      {
        pattern: "FLAT_TOP_BREAKOUT",
        direction: "bullish",
        confidence: 0.6 + 0.2 + ((10.1 - 10) / 10) * 10,
        trigger: 0,
        price: 10.1,
        anchors: [2, 1, 0],
        metadata: {
          candles_involved: 3,
          resistance_level: 10,
          breakout_volume: 200,
          breakout_strength: (10.1 - 10) / 10
        }
      }
    ])
  })

  it("earns at most 0.2 for strength and nothing for volume that does not exceed both others", () => {
    const strong: Bar = [9.9, 11.01, 9.89, 11, 100]
    assert.strictEqual(matchesAtEnd(flatTopBreakout, [before, firstTop, secondTop, strong])[0]?.confidence, 0.8)
  })

  it("is not there when the highs differ by more than the tolerance", () => {
    const lower: Bar = [9.95, 9.97, 9.88, 9.9]
    assert.deepStrictEqual(matchesAtEnd(flatTopBreakout, [before, firstTop, lower, breakout]), [])
    assert.lengthOf(matchesAtEnd(flatTopBreakout, [before, firstTop, lower, breakout], { tolerance: 0.05 }), 1)
  })

  it("is not there when the third candle closes at the resistance or is no plain bullish candle", () => {
    const atResistance: Bar = [9.9, 10.02, 9.88, 10]
    const hammer: Bar = [10.05, 10.1, 9.5, 10.1]
    assert.deepStrictEqual(matchesAtEnd(flatTopBreakout, [before, firstTop, secondTop, atResistance]), [])
    assert.deepStrictEqual(matchesAtEnd(flatTopBreakout, [before, firstTop, secondTop, hammer]), [])
  })

  it("is not looked for before the fourth candle", () => {
    assert.deepStrictEqual(matchesAtEnd(flatTopBreakout, [firstTop, secondTop, breakout]), [])
  })
})
