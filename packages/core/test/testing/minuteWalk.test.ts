import { assert, describe, it } from "@effect/vitest"

import { minuteWalk } from "../../src/testing/scenarios/minuteWalk.ts"

const minute = 60_000

/** The logarithms of the way from open to close of each candle. */
const waysIn = (candles: ReturnType<typeof minuteWalk>): ReadonlyArray<number> =>
  candles.map(({ close, open }) => Math.log(close / open))

const mean = (numbers: ReadonlyArray<number>): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length

const deviationOf = (numbers: ReadonlyArray<number>): number => {
  const middle = mean(numbers)
  return Math.sqrt(mean(numbers.map((each) => (each - middle) ** 2)))
}

describe("a walk of minutes", () => {
  it("is the same for the same seed, and another for another", () => {
    assert.deepStrictEqual(minuteWalk(7, 50), minuteWalk(7, 50))
    assert.notDeepEqual(minuteWalk(7, 50), minuteWalk(8, 50))
  })

  it("goes on as it began when it is longer", () => {
    assert.deepStrictEqual(minuteWalk(7, 80).slice(0, 50), minuteWalk(7, 50))
  })

  it("has a candle each minute, which opens where the one before closed", () => {
    const [first, ...rest] = minuteWalk(1, 200)
    let before = first
    for (const candle of rest) {
      assert.strictEqual(candle.time, (before?.time ?? 0) + minute)
      assert.strictEqual(candle.open, before?.close)
      before = candle
    }
  })

  it("has prices of whole cents between the low and the high of their candle", () => {
    for (const { close, high, low, open } of minuteWalk(1, 200, { price: 20 })) {
      for (const price of [open, high, low, close]) assert.strictEqual(price, Number(price.toFixed(2)))
      assert.isAtMost(low, Math.min(open, close))
      assert.isAtLeast(high, Math.max(open, close))
    }
  })

  it("begins at the given price", () => {
    assert.strictEqual(minuteWalk(1, 1)[0]?.open, 100)
    assert.strictEqual(minuteWalk(1, 1, { price: 20 })[0]?.open, 20)
  })

  for (const deviation of [0.001, 0.004]) {
    it(`goes ${deviation} of its price in a candle, with no drift`, () => {
      const ways = waysIn(minuteWalk(1, 20_000, { deviation, price: 1_000 }))
      assert.approximately(deviationOf(ways), deviation, deviation / 50)
      // Four standard errors of the mean.
      assert.isBelow(Math.abs(mean(ways)), (4 * deviation) / Math.sqrt(ways.length))
    })
  }
})
