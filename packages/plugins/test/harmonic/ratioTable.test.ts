import { assert, describe, it } from "@effect/vitest"

import { formOfC } from "../../src/harmonic/formOfC.ts"
import { harmonic } from "../../src/harmonic/harmonic.ts"
import { logRatioError } from "../../src/harmonic/logRatioError.ts"
import type { RatioRow } from "../../src/harmonic/RatioRow.ts"
import { ratioTable } from "../../src/harmonic/ratioTable.ts"

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
    assert.deepStrictEqual(Object.keys(harmonic.patterns), Object.keys(ratioTable))
    assert.deepStrictEqual(harmonic.emits, Object.keys(ratioTable))
    assert.strictEqual(
      harmonic.patterns["BAT"]?.rule,
      "AB of XA 0.382 to 0.5, BC of AB 0.382 to 0.886, CD of BC 1.618 to 2.618, AD of XA 0.886. " +
        "B is short of 0.618 of XA, C is not beyond A and D is not beyond X. " +
        "D is told by AD of XA; the pattern has failed beyond X. " +
        "The ratios may be off: AB of XA by `toleranceB`, BC of AB by `toleranceC`, CD of BC and AD of XA by `toleranceD`; " +
        "each leg up to C is at least `minimumLeg` average true ranges long, and no pivot is more than `within` candles old. " +
        "Potential at the candle that first brings price into the zone where D would keep all of this, confirmed at the " +
        "one that confirms D there as a pivot."
    )
  })

  it("describes a pattern by the names that its pivots have in the drawing", () => {
    const { rule = "" } = harmonic.patterns["THREE_DRIVES"] ?? {}
    assert.include(
      rule,
      "1A of 01 0.618 to 0.786, A2 of 1A 1.27 to 1.618, 2B of A2 0.618 to 0.786, B3 of 2B 1.27 to 1.618"
    )
    assert.include(rule, "A2 of 1A by `toleranceB`, 1A of 01 and 2B of A2 by `toleranceC`")
    assert.notMatch(rule, /\b[WXABCD]{2}\b/)
  })

  it("says what other sources do where they differ, and nothing where none does", () => {
    const sourceOf = (pattern: string) => harmonic.patterns[pattern]?.source ?? ""
    assert.include(sourceOf("CYPHER"), ". Elsewhere: neurotrader888 and tradecraft measure D on XA")
    assert.notInclude(sourceOf("THREE_DRIVES"), "Elsewhere")
  })

  it("tells D of each pattern by one of the ratios of D", () => {
    for (const [pattern, { defining, forms }] of Object.entries<RatioRow>(ratioTable)) {
      for (const { ofD } of forms)
        assert.isTrue(
          ofD.some(({ ratio }) => ratio === defining),
          pattern
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
