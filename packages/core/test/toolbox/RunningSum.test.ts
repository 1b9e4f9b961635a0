import { assert, describe, it } from "@effect/vitest"
import { Arbitrary } from "effect"

import { addTo, emptySum, totalOf } from "../../src/toolbox/RunningSum.ts"
import { price, shuffled } from "../support/arbitraries.ts"

describe("RunningSum", () => {
  it.prop(
    "holds exactly nothing after all that entered has left, in any order",
    [
      Arbitrary.flatMap(Arbitrary.array(price, { maxLength: 40 }), (entering) =>
        Arbitrary.map(shuffled(entering), (leaving) => ({ entering, leaving }))
      )
    ],
    ([{ entering, leaving }]) => {
      const sum = emptySum()
      for (const value of entering) addTo(sum, value)
      for (const value of leaving) addTo(sum, -value)
      assert.deepStrictEqual(sum, [0, 0])
    }
  )

  it("keeps what a plain sum would lose beside a large number", () => {
    const sum = emptySum()
    for (const value of [1, 1e16, 1, -1e16]) addTo(sum, value)
    assert.strictEqual(totalOf(sum), 2)
    assert.strictEqual(1 + 1e16 + 1 - 1e16, 0)
  })

  it("is not moved by a million small numbers that come and go", () => {
    const sum = emptySum()
    addTo(sum, 1e6)
    for (let count = 0; count < 1_000_000; count++) {
      addTo(sum, 0.1)
      addTo(sum, -0.1)
    }
    assert.strictEqual(totalOf(sum), 1e6)
  })
})
