import { assert, describe, it } from "@effect/vitest"

import { formOfC } from "../../src/harmonic/formOfC.ts"
import { harmonic } from "../../src/harmonic/harmonic.ts"
import { logRatioError } from "../../src/harmonic/logRatioError.ts"
import { ratioRows, ratioTable } from "../../src/harmonic/ratioTable.ts"

const lax = {
  reversal: 2,
  reversalIn: "atr",
  within: 240,
  toleranceB: 0.4,
  toleranceC: 0.4,
  toleranceD: 0.4,
  minimumLeg: 0
} as const

describe("the ratio table", () => {
  it("describes every pattern that the detector emits, with where it comes from", () => {
    assert.deepStrictEqual(
      Object.keys(harmonic.patterns),
      ratioRows.map(({ pattern }) => pattern)
    )
    assert.deepStrictEqual(
      harmonic.emits,
      ratioRows.map(({ pattern }) => pattern)
    )
    assert.strictEqual(
      harmonic.patterns["BAT"]?.rule,
      "AB of XA 0.382 to 0.5, BC of AB 0.382 to 0.886, CD of BC 1.618 to 2.618, AD of XA 0.886, B is short of 0.618 of XA, " +
        "C is not beyond A, D is not beyond X. D is told by AD of XA; the pattern has failed beyond X."
    )
    assert.include(
      harmonic.patterns["CYPHER"]?.source ?? "",
      "Elsewhere: neurotrader888 and tradecraft measure D on XA"
    )
  })

  it("tells D of each pattern by one of the ratios of D", () => {
    for (const { defining, forms, name } of ratioRows) {
      for (const { ofD } of forms)
        assert.isTrue(
          ofD.some(({ ratio }) => ratio === defining),
          name
        )
    }
  })

  it("keeps Carney's limits whatever the tolerance", () => {
    assert.isDefined(formOfC(ratioTable.BAT, Number.NaN, 0.61, 0.5, lax))
    assert.isUndefined(formOfC(ratioTable.BAT, Number.NaN, 0.63, 0.5, lax))
    assert.isDefined(formOfC(ratioTable.DEEP_CRAB, Number.NaN, 0.99, 0.5, lax))
    assert.isUndefined(formOfC(ratioTable.DEEP_CRAB, Number.NaN, 1.01, 0.5, lax))
    assert.isUndefined(formOfC(ratioTable.ALTERNATE_BAT, Number.NaN, 0.39, 0.5, lax))
  })
})

describe("the error of a ratio", () => {
  it("is the difference of logarithms to a value, or to the nearer end of a range, counted once", () => {
    const range = { ratio: "bcd", from: 1, to: 2 } as const
    assert.strictEqual(logRatioError(range, 1.5), 0)
    assert.closeTo(logRatioError(range, 2 * Math.E), 1, 1e-12)
    assert.closeTo(logRatioError(range, 1 / Math.E), 1, 1e-12)
    assert.closeTo(logRatioError({ ratio: "xad", from: 0.786, to: 0.786 }, 0.786 * Math.E), 1, 1e-12)
  })

  it("is endless for a leg of no length, and no number where there is no leg", () => {
    assert.strictEqual(logRatioError({ ratio: "bcd", from: 1, to: 2 }, 0), Number.POSITIVE_INFINITY)
    assert.isNaN(logRatioError({ ratio: "bcd", from: 1, to: 2 }, Number.NaN))
  })
})
