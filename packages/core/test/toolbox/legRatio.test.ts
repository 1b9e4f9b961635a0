import { assert, describe, it } from "@effect/vitest"

import { legRatio, retracementPrice, xabcdRatios } from "../../src/toolbox/index.ts"
import { price } from "../support/arbitraries.ts"

describe("legRatio", () => {
  it("is below 1 for a retracement and above 1 for an extension, up or down", () => {
    assert.deepStrictEqual([legRatio(10, 20, 15), legRatio(20, 10, 15)], [0.5, 0.5])
    assert.deepStrictEqual([legRatio(10, 20, 4), legRatio(20, 10, 26)], [1.6, 1.6])
  })

  it("is NaN for a leg without length", () => {
    assert.isNaN(legRatio(10, 10, 12))
    assert.isNaN(legRatio(10, 10, 10))
  })

  it.prop("tells by how much the price of a retracement came back", [price, price, price], ([start, turn, share]) => {
    if (start === turn) return
    assert.closeTo(legRatio(start, turn, retracementPrice(start, turn, share)), share, 1e-6 * Math.max(1, share))
  })
})

describe("xabcdRatios", () => {
  it("names the ratios of five pivots", () => {
    assert.deepStrictEqual(xabcdRatios(0, 100, 50, 75, 25), {
      xab: 0.5,
      abc: 0.5,
      bcd: 2,
      xad: 0.75,
      xcd: 50 / 75,
      abcd: 1
    })
  })

  it("knows a bearish pattern as the mirror image of a bullish one", () => {
    assert.deepStrictEqual(xabcdRatios(100, 0, 50, 25, 75), xabcdRatios(0, 100, 50, 75, 25))
  })

  it("is NaN where a leg has no length, and there alone", () => {
    const { abc, abcd, bcd, xab, xad, xcd } = xabcdRatios(10, 20, 20, 25, 15)
    assert.deepStrictEqual([abc, abcd], [Number.NaN, Number.NaN])
    assert.deepStrictEqual([xab, bcd, xad, xcd], [0, 2, 0.5, 10 / 15])
  })
})
