import { assert, describe, it } from "@effect/vitest"

import { turnsAt, viewOf } from "./viewOf.ts"

describe("a chart view", () => {
  const pivots = turnsAt(["high", 14, 3, 1], ["low", 7, 6, 4])

  it("shows prices and turns as they are, or upside down", () => {
    const upright = viewOf([10, 12], pivots)
    assert.deepStrictEqual([upright.close(0), upright.high(0), upright.low(0)], [12, 13, 11])
    assert.deepStrictEqual([upright.isTop(0), upright.turnPrice(0), upright.turnAge(0)], [true, 14, 3])
    const mirrored = viewOf([10, 12], pivots, -1)
    assert.deepStrictEqual([mirrored.close(0), mirrored.high(0), mirrored.low(0)], [-12, -11, -13])
    assert.deepStrictEqual([mirrored.isTop(0), mirrored.isTop(1), mirrored.turnPrice(1)], [false, true, -7])
  })

  it("reads NaN, and no top, where there is no turn", () => {
    const view = viewOf([10, 12], pivots)
    assert.isNaN(view.turnPrice(2))
    assert.isNaN(view.turnAge(2))
    assert.isFalse(view.isTop(2))
    assert.isNaN(viewOf([10, 12], turnsAt()).knownAge)
  })
})
