import { assert, describe, it } from "@effect/vitest"
import type { Match } from "@mjolnir/core"
import { matchesOf } from "@mjolnir/core/testing"

import { doubleBottom } from "../../src/classic/doubleBottom.ts"
import { doubleTop } from "../../src/classic/doubleTop.ts"
import { type Bar, candlesOf, matchesAtEnd, mirrored, walks } from "./bars.ts"

const lows = [10.3, 10.2, 10.1, 10, 10.4, 10.6, 10.3, 10.005, 10.1, 10.2, 10.3]
const bars = lows.map((low): Bar => [low + 0.1, low + 0.5, low, low + 0.2])

describe("a double bottom", () => {
  it("is two neighbouring lows at most a cent apart with a higher high between them", () => {
    assert.deepStrictEqual(matchesAtEnd(doubleBottom, bars), [
      {
        pattern: "DOUBLE_BOTTOM",
        direction: "bullish",
        confidence: 0.7,
        trigger: 3,
        price: 10.005,
        anchors: [7, 5, 3],
        metadata: { candles_involved: 3, support_level: (10 + 10.005) / 2 }
      }
    ])
  })

  it("is not there when a candle after the second low undercuts it", () => {
    assert.deepStrictEqual(matchesAtEnd(doubleBottom, bars.with(10, [10.1, 10.5, 9.99, 10.2])), [])
  })

  it.prop("is a double top upside down", [walks], ([walk]) => {
    const settings = { tolerance: 1 / 64 }
    const tops = matchesOf(doubleTop, candlesOf(walk), { settings })
    const bottoms = matchesOf(doubleBottom, candlesOf(mirrored(walk, 32)), { settings })
    const upsideDown = bottoms.map((matches) =>
      matches.map((match): Match => ({
        ...match,
        pattern: "DOUBLE_TOP",
        direction: "bearish",
        price: 32 - match.price,
        metadata: { candles_involved: 3, resistance_level: 32 - Number(match.metadata?.["support_level"]) }
      }))
    )
    assert.deepStrictEqual(tops, upsideDown)
  })
})
