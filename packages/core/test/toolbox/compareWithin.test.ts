import { assert, describe, it } from "@effect/vitest"

import { InvalidDefinition } from "../../src/plugin/identity.ts"
import { absolute, inAtr, isClearlyAbove, isClearlyBelow, isNear, percent, relative } from "../../src/toolbox/index.ts"
import type { Tolerance } from "../../src/toolbox/index.ts"
import { pick, price } from "../support/arbitraries.ts"

describe("isNear", () => {
  it("takes an amount, a share of the target or a multiple of the ATR, the ends included", () => {
    const cases: ReadonlyArray<readonly [Tolerance, inside: number, outside: number]> = [
      [absolute(0.5), 8.5, 8.49],
      [relative(0.25), 6, 5.99],
      [percent(25), 10, 10.01],
      [inAtr(0.5), 9, 9.01]
    ]
    for (const [tolerance, inside, outside] of cases) {
      assert.isTrue(isNear(inside, 8, tolerance, 2))
      assert.isFalse(isNear(outside, 8, tolerance, 2) && isNear(outside, 9, tolerance, 2))
    }
  })

  it("holds for no number that is not there, as an ATR that is not warm", () => {
    assert.isFalse(isNear(8, 8, inAtr(1), Number.NaN))
    assert.isFalse(isNear(Number.NaN, 8, absolute(1)))
    assert.isFalse(isNear(8, Number.NaN, relative(1)))
  })

  it("does not compile without the ATR when the tolerance is in ATR, or may be", () => {
    // @ts-expect-error the ATR is missing
    assert.isFalse(isNear(8, 8, inAtr(1)))
    const either: Tolerance = pickTolerance()
    // @ts-expect-error the tolerance may be in ATR
    assert.isTrue(isNear(8, 8, either))
    assert.isTrue(isNear(8, 8, either, 2))
  })
})

const pickTolerance = (): Tolerance => absolute(1)

describe("isClearlyAbove and isClearlyBelow", () => {
  it.prop(
    "hold, one of them or none, exactly when prices are not near",
    [price, price, pick<Tolerance>(absolute(3), relative(0.1), inAtr(1.5))],
    ([one, other, tolerance]) => {
      const relations = [
        isClearlyBelow(one, other, tolerance, 2),
        isNear(one, other, tolerance, 2),
        isClearlyAbove(one, other, tolerance, 2)
      ]
      assert.strictEqual(relations.filter((holds) => holds).length, 1)
      if (relations[0]) assert.isBelow(one, other)
      if (relations[2]) assert.isAbove(one, other)
    }
  )

  it("do not compile without the ATR when the tolerance is in ATR", () => {
    // @ts-expect-error the ATR is missing
    assert.isFalse(isClearlyAbove(9, 8, inAtr(0)))
    // @ts-expect-error the ATR is missing
    assert.isFalse(isClearlyBelow(7, 8, inAtr(0)))
  })
})

describe("a tolerance", () => {
  it("is refused when it is negative or no finite number", () => {
    for (const make of [absolute, relative, percent, inAtr]) {
      for (const size of [-0.01, Number.NaN, Number.POSITIVE_INFINITY]) {
        assert.throws(() => make(size), InvalidDefinition, "a finite number from 0 on")
      }
    }
  })
})
