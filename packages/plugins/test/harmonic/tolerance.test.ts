import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Schema, Struct } from "effect"

import { formOfC, isOfD } from "../../src/harmonic/formOfC.ts"
import type { HarmonicSettings } from "../../src/harmonic/harmonicParams.ts"
import { type HarmonicPoints, priceOfD, type RatioName, ratioOf } from "../../src/harmonic/HarmonicPoints.ts"
import { harmonicRows } from "../../src/harmonic/harmonicRows.ts"
import type { Measure, RatioForm, RatioRow } from "../../src/harmonic/RatioRow.ts"
import { reversalZone } from "../../src/harmonic/reversalZone.ts"
import { fits } from "./fits.ts"

const tolerance = 0.05
const settings: HarmonicSettings = {
  reversal: 2,
  reversalIn: "atr",
  within: 240,
  toleranceB: tolerance,
  toleranceC: tolerance,
  toleranceD: tolerance,
  minimumLeg: 0
}

describe("a ratio of a pattern", () => {
  for (const row of Object.values(harmonicRows)) {
    for (const form of row.forms) {
      for (const measure of [...form.untilC, ...form.ofD]) {
        const name = `${row.pattern}, ${measure.ratio} ${measure.from} to ${measure.to}`
        it(`may be off by a little less than the tolerance: ${name}`, () => {
          const alone = aloneIn(row, form, measure)
          const ends = [measure.from / Math.exp(tolerance * 0.99), measure.to * Math.exp(tolerance * 0.99)]
          const allowed = ends.filter((ratio) => keepsLimits(row, measure, ratio))
          assert.isNotEmpty(allowed)
          for (const ratio of allowed) assert.isTrue(isTaken(alone, measure, ratio), `${ratio}`)
        })

        it(`may not be off by a little more, however good the others are: ${name}`, () => {
          const only = { ...row, forms: [form] as const }
          for (const ratio of [measure.from / Math.exp(tolerance * 1.01), measure.to * Math.exp(tolerance * 1.01)]) {
            assert.isFalse(isTaken(only, measure, ratio), `${ratio}`)
          }
        })
      }
    }
  }
})

describe("the zone of D", () => {
  const off = Arbitrary.schema(Schema.Finite.check(Schema.isBetween({ minimum: -0.12, maximum: 0.12 })))
  const offsets = Arbitrary.array(off, { minLength: 6, maxLength: 6 })
  const rows = Arbitrary.schema(Schema.Literals(Struct.keys(harmonicRows)))

  it.prop("holds exactly the prices at which all ratios fit", [rows, offsets], ([pattern, noise]) => {
    const row = harmonicRows[pattern]
    const { d, points } = placed(row, noise)
    assert.strictEqual(isFound(row, points, d), fits(row, points, d, tolerance))
  })

  it("is nowhere when a leg has no length", () => {
    const flat = { w: 1, x: 1, a: 1, b: 1, c: 1 }
    for (const row of Object.values(harmonicRows)) assert.isFalse(isFound(row, flat, 1), row.pattern)
    const tied = { w: 2, x: 0, a: 1, b: 1, c: 1.5 }
    for (const row of Object.values(harmonicRows)) assert.isFalse(isFound(row, tied, 0.5), row.pattern)
  })
})

/** A row in which no other ratio stands in the way of this one. */
const aloneIn = (row: RatioRow, { ofD, untilC }: RatioForm, measure: Measure): RatioRow => ({
  ...row,
  limits: row.limits.filter(({ ratio }) => ratio === measure.ratio),
  forms: [{ untilC, ofD: isOfD(measure) ? [measure] : ofD }]
})

const keepsLimits = ({ limits }: RatioRow, measure: Measure, ratio: number): boolean =>
  limits.every(
    ({ least = 0, most = Number.POSITIVE_INFINITY, ratio: name }) =>
      name !== measure.ratio || (ratio >= least && ratio <= most)
  )

/** Whether a pattern of exact ratios is still one when one of them has this value. */
const isTaken = (row: RatioRow, measure: Measure, ratio: number): boolean => {
  const [{ untilC }] = row.forms
  if (isOfD(measure)) {
    const { points } = placed(row, [])
    return isFound(row, points, priceOfD(measure.ratio, points, ratio), row.forms[0])
  }
  const exact = (name: RatioName): number => {
    if (name === measure.ratio) return ratio
    const { from, to } = untilC.find((each) => each.ratio === name) ?? anywhereWithin
    return Math.sqrt(from * to)
  }
  return formOfC(row, exact("wxa"), exact("xab"), exact("abc"), settings) !== undefined
}

/** What a ratio is that the pattern leaves free. */
const anywhereWithin = { from: 0.5, to: 0.5 }

/** Whether the detector's rules take these pivots and this D for the pattern. */
const isFound = (row: RatioRow, points: HarmonicPoints, d: number, form = formIn(row, points)): boolean => {
  const zone = form && reversalZone(row, form, points, settings)
  return zone !== undefined && d >= zone.low && d <= zone.high
}

const formIn = (row: RatioRow, points: HarmonicPoints): RatioForm | undefined => {
  const [wxa, xab, abc] = (["wxa", "xab", "abc"] as const).map((name) => ratioOf(name, points, Number.NaN))
  return formOfC(row, wxa ?? Number.NaN, xab ?? Number.NaN, abc ?? Number.NaN, settings)
}

/** The pivots of the row's example, each moved by its part of the noise. */
const placed = ({ example }: RatioRow, noise: ReadonlyArray<number>) => {
  const heights = example.slice(-6).map((height, index) => 100 + height + (noise[index] ?? 0))
  const [w = Number.NaN, x = Number.NaN, a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = heights
  return { points: { w, x, a, b, c }, d }
}
