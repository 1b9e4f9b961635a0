import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"

import { bullishReversal } from "../../src/classic/bullishReversal.ts"
import { matchesAtEnd, plain } from "./bars.ts"

const rise = plain(10, 10.2)
const fall = plain(10.2, 10.1)
const deeperFall = plain(10.1, 10)
const recovery = plain(10, 10.15, 200)

describe("a bullish reversal", () => {
  it("is a bullish candle that closes above the open of the second of two falling ones after a rise", () => {
    const strength = (10.15 - (10 - 0.01)) / (10.2 + 0.01 - (10 - 0.01))
    assert.deepStrictEqual(matchesAtEnd(bullishReversal, [rise, fall, deeperFall, recovery]), [
      {
        pattern: "BULLISH_REVERSAL",
        direction: "bullish",
        confidence: 0.5 + 0.15 + 0.15 + 0.2 * strength,
        trigger: 0,
        price: 10.15,
        anchors: [3, 2, 1, 0],
        metadata: {
          candles_involved: 4,
          initial_high: 10.2 + 0.01,
          pullback_low: 10 - 0.01,
          recovery_strength: strength
        }
      }
    ])
  })

  it("has no confidence, and a raw one below 0, when the pullback starts from just above the rise's high", () => {
    const gapped = [plain(11.77, 11.97), plain(12.2, 12.1), plain(12.1, 12), plain(12, 12.15)]
    const [match] = matchesAtEnd(bullishReversal, gapped)
    assert.strictEqual(match?.confidence, 0)
    assert.isBelow(Number(match?.metadata?.["raw_confidence"]), 0)
    assert.isBelow(Number(match?.metadata?.["recovery_strength"]), -7)
  })

  it("leaves out the strength when the pullback's low is the rise's high", () => {
    const [match] = matchesAtEnd(bullishReversal, [
      [9, 10, 8.9, 9.9],
      [11, 11.1, 10.4, 10.5],
      [10.5, 10.6, 10, 10.1],
      [10.1, 10.7, 10.05, 10.65]
    ])
    assert.strictEqual(match?.metadata?.["recovery_strength"], 0)
    assert.strictEqual(match?.confidence, 0.65)
  })

  it("is not there when the last close does not exceed the open before it", () => {
    assert.deepStrictEqual(matchesAtEnd(bullishReversal, [rise, fall, deeperFall, plain(10, 10.1)]), [])
  })

  it("is not there when the two falling closes do not fall", () => {
    assert.deepStrictEqual(matchesAtEnd(bullishReversal, [rise, fall, plain(10.2, 10.1), plain(10.1, 10.3)]), [])
  })

  it("is not there when one of the four candles is of another kind", () => {
    const doji = plain(10.05, 10.051)
    assert.deepStrictEqual(matchesAtEnd(bullishReversal, [doji, fall, deeperFall, recovery]), [])
    assert.deepStrictEqual(matchesAtEnd(bullishReversal, [rise, doji, deeperFall, recovery]), [])
  })

  it("has nothing to set and says so", () => {
    assert.isTrue(Result.isSuccess(bullishReversal.configure({})))
    assert.isTrue(Result.isFailure(bullishReversal.configure({ tolerance: 0.01 })))
  })
})
