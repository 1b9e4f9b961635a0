import { assert, describe, it } from "@effect/vitest"
import { matchesOf } from "@mjolnir/core/testing"

import { bearishReversal } from "../../src/classic/bearishReversal.ts"
import { bullishReversal } from "../../src/classic/bullishReversal.ts"
import { candlesOf, matchesAtEnd, mirrored, plain, walks } from "./bars.ts"

const fall = plain(10.2, 10)
const bounce = plain(10, 10.1)
const higherBounce = plain(10.1, 10.2)
const breakdown = plain(10.2, 10.05, 200)

describe("a bearish reversal", () => {
  it("is a bearish candle that closes below the open of the second of two rising ones after a fall", () => {
    const strength = (10.2 + 0.01 - 10.05) / (10.2 + 0.01 - (10 - 0.01))
    assert.deepStrictEqual(matchesAtEnd(bearishReversal, [fall, bounce, higherBounce, breakdown]), [
      {
        pattern: "BEARISH_REVERSAL",
        direction: "bearish",
        confidence: 0.5 + 0.15 + 0.15 + 0.2 * strength,
        trigger: 0,
        price: 10.05,
        anchors: [3, 2, 1, 0],
        metadata: {
          candles_involved: 4,
          initial_low: 10 - 0.01,
          bounce_high: 10.2 + 0.01,
          breakdown_strength: strength
        }
      }
    ])
  })

  it("is reported by the candle that completes it and by no later one", () => {
    const found = matchesOf(
      bearishReversal,
      candlesOf([fall, bounce, higherBounce, breakdown, plain(10.05, 10), plain(10, 9.9)])
    )
    assert.deepStrictEqual(
      found.map((matches) => matches.length),
      [0, 0, 0, 1, 0, 0]
    )
  })

  it("is not there when the last close does not undercut the open before it", () => {
    assert.deepStrictEqual(matchesAtEnd(bearishReversal, [fall, bounce, higherBounce, plain(10.2, 10.1)]), [])
  })

  it("is not there when the two rising closes do not rise", () => {
    assert.deepStrictEqual(matchesAtEnd(bearishReversal, [fall, bounce, plain(10, 10.1), plain(10.1, 9.9)]), [])
  })

  it.prop("is a bullish reversal upside down", [walks], ([bars]) => {
    const bearish = matchesOf(bearishReversal, candlesOf(bars)).map(([match]) => match?.confidence)
    const bullish = matchesOf(bullishReversal, candlesOf(mirrored(bars, 32))).map(([match]) => match?.confidence)
    assert.deepStrictEqual(bearish, bullish)
  })
})
