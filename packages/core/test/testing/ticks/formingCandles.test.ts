import { assert, describe, it } from "@effect/vitest"

import { formingCandles } from "../../../src/testing/ticks/formingCandles.ts"

describe("formingCandles", () => {
  it("shows one candle as it stands after each price", () => {
    const forming = formingCandles([10, 10.4, 10.2], { from: "09:32", volume: 50 })
    const start = Date.parse("2025-07-23T09:32Z")
    assert.deepStrictEqual(
      forming.map(({ time }) => time),
      [start, start, start]
    )
    assert.deepStrictEqual(forming[2], {
      time: start,
      open: 10,
      highSoFar: 10.4,
      lowSoFar: 10,
      last: 10.2,
      volumeSoFar: 150,
      ticksSoFar: 3,
      lastTime: start + 40_000
    })
  })

  it("is of the interval that is said", () => {
    const [, last] = formingCandles([10, 11], { from: "09:35", interval: "5m" })
    assert.strictEqual(last?.lastTime, Date.parse("2025-07-23T09:37:30Z"))
  })

  it("begins where a candle of its interval does", () => {
    assert.throws(
      () => formingCandles([10], { from: "09:32", interval: "5m" }),
      RangeError,
      "no candle of 5m starts at"
    )
  })
})
