import { assert, describe, it } from "@effect/vitest"

import { patternIds } from "../../src/candlestick/PatternId.ts"
import { coarseSeries, ties } from "./fixtures.ts"
import { foundIn, foundLast } from "./foundPatterns.ts"

describe("the fixtures", () => {
  it("are found as TA-Lib finds them at every candle of the coarse series", () => {
    const { candles, found } = coarseSeries()
    assert.deepStrictEqual(foundIn(candles), found)
  })

  it("are found as specified at the newest candle of each short series", () => {
    for (const [index, { candles, found }] of ties().entries()) {
      assert.deepStrictEqual(foundLast(candles), found, `line ${index + 1} of ties.jsonl`)
    }
  })

  it("make every function return each value that it can return", () => {
    const all = new Set([...coarseSeries().found, ...ties().map(({ found }) => found)].flat())
    assert.strictEqual(all.size, 98)
    for (const pattern of patternIds)
      assert.isTrue(
        [...all].some((found) => found.startsWith(`${pattern} `)),
        pattern
      )
  })
})
