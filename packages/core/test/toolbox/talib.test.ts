import { assert, describe, it } from "@effect/vitest"

import { candlesOfRows, cell, goldenMissing, readFixture, readGolden, readSeries } from "./support/tables.ts"
import { talibColumns } from "./support/talibColumns.ts"

/**
 * Fails unless the values agree to a billionth of the expected one. Where that is next to zero, what TA-Lib gives is the
 * rounding of its own sums: such values agree when both are no more than rounding apart.
 */
const assertEqual = (actual: ReadonlyArray<number>, expected: ReadonlyArray<number>, rounding: number): void => {
  assert.strictEqual(actual.length, expected.length)
  const different = actual.findIndex((value, index) => {
    const other = expected[index] ?? Number.NaN
    return !(Object.is(value, other) || Math.abs(value - other) <= Math.max(1e-9 * Math.abs(other), rounding))
  })
  if (different >= 0) assert.fail(`candle ${different}: ${actual[different]} instead of ${expected[different]}`)
}

describe.each(talibColumns)("$column", ({ after, column, rounding }) => {
  it("is what a batch implementation of TA-Lib's definition gives", () => {
    const expected = readFixture("talib.csv").map((row) => cell(row, column))
    assertEqual(after(candlesOfRows(readFixture("indicators.csv"))), expected, rounding)
  })
})

describe.each(talibColumns.filter(({ isGolden }) => isGolden))("$column", ({ after, column, rounding }) => {
  it.skipIf(goldenMissing !== "").each(["aapl-1d-lean", "spy-1m-lean-20131004-20131011"])(
    `is what TA-Lib gives for %s${goldenMissing}`,
    (series) => {
      const expected = readGolden(`indicators/${series}.csv.gz`).map((row) => cell(row, column))
      assertEqual(after(readSeries(series)), expected, rounding)
    }
  )
})
