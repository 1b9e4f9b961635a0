import { assert, describe, it } from "@effect/vitest"
import { Arbitrary } from "effect"

import {
  absolute,
  ageAtTime,
  type AgedPrice,
  apex,
  distanceFromLine,
  inAtr,
  isParallel,
  lineAfter,
  priceAt,
  swingPivots,
  trendLine
} from "../../src/toolbox/index.ts"
import { price, whole } from "../support/arbitraries.ts"
import { minute, start } from "../support/candles.ts"
import { following } from "./support/following.ts"
import { closingAt } from "./support/markets.ts"

const agedPrice: Arbitrary.Arbitrary<AgedPrice> = Arbitrary.map(
  Arbitrary.all([whole(0, 200), price]),
  ([age, price]) => ({
    age,
    price
  })
)

describe("trendLine", () => {
  it("rises by its slope from one candle to the next", () => {
    const line = trendLine({ age: 12, price: 10 }, { age: 2, price: 11 })
    assert.closeTo(line.slope, 0.1, 1e-15)
    assert.deepStrictEqual(
      [12, 7, 2, 0, -3].map((age) => Number(priceAt(line, age).toFixed(10))),
      [10, 10.5, 11, 11.2, 11.5]
    )
  })

  it.prop("goes through both points, in whatever order they are given", [agedPrice, agedPrice], ([one, other]) => {
    const line = trendLine(one, other)
    assert.deepStrictEqual(line, trendLine(other, one))
    if (one.age === other.age) assert.isNaN(line.slope)
    else {
      assert.closeTo(priceAt(line, one.age), one.price, 1e-9)
      assert.closeTo(priceAt(line, other.age), other.price, 1e-9)
    }
  })

  it("goes through pivots", () => {
    const { reading, take } = following(swingPivots({ left: 1, right: 1 }))
    for (const candle of closingAt(10, 14, 12, 13, 11)) take(candle)
    const [newer, , older] = [reading.pivot(0), reading.pivot(1), reading.pivot(2)]
    if (newer === undefined || older === undefined) return assert.fail("There are three pivots")
    assert.deepStrictEqual(trendLine(older, newer), { price: 12.5, slope: -0.5 })
  })
})

describe("lineAfter", () => {
  it.prop("gives each candle the price that it had", [agedPrice, agedPrice, whole(0, 50)], ([one, other, candles]) => {
    const line = trendLine(one, { ...other, age: one.age + 1 + other.age })
    assert.closeTo(priceAt(lineAfter(line, candles), one.age + candles), priceAt(line, one.age), 1e-8)
  })
})

describe("distanceFromLine", () => {
  it("is above 0 over the line and below 0 under it", () => {
    const line = { price: 20, slope: 2 }
    assert.deepStrictEqual(
      [19, 16, 13].map((price) => distanceFromLine(price, 2, line)),
      [3, 0, -3]
    )
  })
})

describe("apex", () => {
  it("is where two lines meet, and lies ahead when they close in", () => {
    assert.deepStrictEqual(apex({ price: 12, slope: -0.5 }, { price: 8, slope: 0.5 }), { age: -4, price: 10 })
    assert.deepStrictEqual(apex({ price: 12, slope: 0.5 }, { price: 8, slope: -0.5 }), { age: 4, price: 10 })
  })

  it("does not exist for lines of the same slope, or for no line", () => {
    assert.isUndefined(apex({ price: 12, slope: 0.5 }, { price: 8, slope: 0.5 }))
    assert.isUndefined(apex({ price: 12, slope: Number.NaN }, { price: 8, slope: 0.5 }))
  })
})

describe("isParallel", () => {
  it("compares how far the lines part over the candles with the tolerance", () => {
    const resistance = { price: 20, slope: 0.25 }
    const support = { price: 10, slope: 0.125 }
    assert.isTrue(isParallel(resistance, support, 8, absolute(1)))
    assert.isFalse(isParallel(resistance, support, 9, absolute(1)))
    assert.isTrue(isParallel(resistance, support, 8, inAtr(0.5), 2))
    assert.isFalse(isParallel(resistance, support, 9, inAtr(0.5), 2))
    // @ts-expect-error the ATR is missing
    assert.isFalse(isParallel(resistance, support, 8, inAtr(0.5)))
  })
})

describe("ageAtTime", () => {
  it("counts candles back from the newest, and ahead below 0", () => {
    assert.strictEqual(ageAtTime(start, start + 30 * minute, "5m"), 6)
    assert.strictEqual(ageAtTime(start + 90 * minute, start + 30 * minute, "1h"), -1)
  })
})
