import { assert, describe, it } from "@effect/vitest"

import { foundAlone } from "./foundPatterns.ts"
import { goldenSeriesNames, hasGoldenSeries, readGoldenSeries } from "./goldenSeries.ts"

describe("all 61 functions of TA-Lib at every candle", () => {
  it.skipIf(!hasGoldenSeries())("are there to be compared with", () => {
    assert.isAtLeast(goldenSeriesNames().length, 19)
  })

  for (const name of goldenSeriesNames()) {
    it(`are equal on ${name}`, () => {
      const { candles, found } = readGoldenSeries(name)
      const actual = foundAlone(candles)
      const [first] = actual.flatMap((each, index) =>
        String(each) === String(found[index]) ? [] : [{ index, actual: each, expected: found[index] }]
      )
      assert.isUndefined(first)
    })
  }
})
