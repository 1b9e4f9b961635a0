import { candles, readingsOf } from "@mjolnir/core/testing"
import { assert, describe, it } from "vitest"

import { meanRange } from "../src/mean-range.ts"

const someCandles = candles(`
  open  high   low  close
  10.0  10.5  10.0   10.25
  10.0  10.5   9.5   10.0
  10.0  11.5  10.0   11.0
  11.0  11.5  11.0   11.25
`)

/** What a detector reads after each candle. */
const meansOf = (period: number, options = {}) =>
  readingsOf(meanRange(period), someCandles, ({ value }) => value, options)

describe("mean-range", () => {
  it("is the mean of the ranges of the last candles, once there are enough of them", () => {
    assert.deepStrictEqual(meansOf(2), [Number.NaN, 0.75, 1.25, 1])
    assert.deepStrictEqual(meansOf(3), [Number.NaN, Number.NaN, 1, 1])
  })

  it("goes on after a restart as if there had been none", () => {
    assert.deepStrictEqual(meansOf(2, { restarts: true }), meansOf(2))
  })
})
