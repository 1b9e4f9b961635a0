import { assert, describe, it } from "@effect/vitest"
import { Arbitrary } from "effect"

import { fitLine, priceAt, trendLine } from "../../src/toolbox/index.ts"
import { price, whole } from "../support/arbitraries.ts"

const points = Arbitrary.array(
  Arbitrary.map(Arbitrary.all([whole(0, 100), price]), ([age, price]) => ({ age, price })),
  { minLength: 3, maxLength: 12 }
)

describe("fitLine", () => {
  it("gives what is known of four points", () => {
    // Anscombe's first data set, his x as candles since the oldest: y = 3.0001 + 0.5001 x, r² = 0.6665.
    const anscombe = [
      [10, 8.04],
      [8, 6.95],
      [13, 7.58],
      [9, 8.81],
      [11, 8.33],
      [14, 9.96],
      [6, 7.24],
      [4, 4.26],
      [12, 10.84],
      [7, 4.82],
      [5, 5.68]
    ] as const
    const { price, rSquared, slope } = fitLine(anscombe.map(([x, y]) => ({ age: -x, price: y })))
    assert.deepStrictEqual([price.toFixed(4), slope.toFixed(4), rSquared.toFixed(4)], ["3.0001", "0.5001", "0.6665"])
  })

  it.prop("has no line with smaller squares beside it", [points, price, price], ([points, dx, dy]) => {
    const fitted = fitLine(points)
    const squares = (line: { readonly price: number; readonly slope: number }): number =>
      points.reduce((sum, { age, price }) => sum + (price - priceAt(line, age)) ** 2, 0)
    if (points.every(({ age }) => age === points[0]?.age)) return assert.isNaN(fitted.slope)
    for (const [priceStep, slopeStep] of [
      [dx / 100, 0],
      [-dx / 100, 0],
      [0, dy / 1000],
      [dx / 100, -dy / 1000]
    ] as const) {
      const other = { price: fitted.price + priceStep, slope: fitted.slope + slopeStep }
      assert.isAtMost(squares(fitted), squares(other) + 1e-9)
    }
    assert.isTrue(fitted.rSquared >= 0 && fitted.rSquared <= 1 + 1e-12)
  })

  it("is the trend line of two points, and fits them wholly", () => {
    const [one, other] = [
      { age: 12, price: 10 },
      { age: 2, price: 11 }
    ] as const
    const { price, rSquared, slope } = fitLine([one, other])
    const line = trendLine(one, other)
    assert.closeTo(price, line.price, 1e-12)
    assert.closeTo(slope, line.slope, 1e-12)
    assert.closeTo(rSquared, 1, 1e-12)
  })

  it("fits prices that are all the same wholly", () => {
    assert.deepStrictEqual(fitLine([9, 5, 1].map((age) => ({ age, price: 7 }))), { price: 7, slope: 0, rSquared: 1 })
  })

  it("is no line without two points of different age", () => {
    const none = { price: Number.NaN, slope: Number.NaN, rSquared: Number.NaN }
    assert.deepStrictEqual(fitLine([]), none)
    assert.deepStrictEqual(
      fitLine([
        { age: 3, price: 7 },
        { age: 3, price: 8 }
      ]),
      none
    )
  })
})
