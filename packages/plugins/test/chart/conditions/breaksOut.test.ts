import { assert, describe, it } from "@effect/vitest"

import { breaksOut } from "../../../src/chart/conditions/breaksOut.ts"
import { turnsAt, viewOf } from "../frame/viewOf.ts"

describe("a breakout", () => {
  // The newest turn is known since the candle of age 2.
  const pivots = turnsAt(["high", 14, 4, 2])

  for (const [what, closes, slope, expected] of [
    ["the first close below the level", [12, 11, 11, 11, 9], 0, true],
    ["no close at the level", [12, 11, 11, 11, 10], 0, false],
    ["no second one since the turn is known", [12, 11, 9, 11, 9], 0, false],
    ["the first one that counts when the turn was not known before", [12, 9, 11, 11, 9], 0, true],
    ["measured at each candle on a line that rises", [12, 11, 9, 9.5, 9.9], 0.4, false],
    ["measured at each candle on a line that falls", [12, 12, 11, 10.6, 9.9], -0.5, true]
  ] as const) {
    it(`down is ${what}`, () => {
      assert.strictEqual(breaksOut(viewOf(closes, pivots), -1, 10, slope), expected)
    })
  }

  it("up is the same upside down", () => {
    const low = turnsAt(["low", 6, 4, 2])
    assert.isTrue(breaksOut(viewOf([8, 9, 9, 9, 11], low), 1, 10, 0))
    assert.isFalse(breaksOut(viewOf([8, 9, 11, 9, 11], low), 1, 10, 0))
  })

  it("is none without a turn", () => {
    assert.isFalse(breaksOut(viewOf([12, 11, 9], turnsAt()), -1, 10, 0))
  })
})
