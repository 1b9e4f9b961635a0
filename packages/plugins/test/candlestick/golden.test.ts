import { assert, describe, it } from "@effect/vitest"

import { foundAlone } from "./found.ts"
import { goldenNames, hasGoldens, readGolden } from "./goldens.ts"

describe("all 61 functions of TA-Lib at every candle", () => {
  it.skipIf(!hasGoldens())("are there to be compared with", () => {
    assert.isAtLeast(goldenNames().length, 19)
  })

  for (const name of goldenNames()) {
    it(`are equal on ${name}`, () => {
      const { candles, found } = readGolden(name)
      const actual = foundAlone(candles)
      const [first] = actual.flatMap((each, index) =>
        String(each) === String(found[index]) ? [] : [{ index, actual: each, expected: found[index] }]
      )
      assert.isUndefined(first)
    })
  }
})
