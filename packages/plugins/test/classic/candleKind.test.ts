import { assert, describe, it } from "@effect/vitest"
import { CandleRing } from "@mjolnir/core/candles"

import { candleKind } from "../../src/classic/candleKind.ts"
import { type Bar, candlesOf } from "./bars.ts"

describe("the kind of a candle", () => {
  const examples: ReadonlyArray<readonly [sentence: string, bar: Bar, kind: string]> = [
    ["without a range is a doji", [10, 10, 10, 10], "doji"],
    ["whose body is less than half a cent is a doji", [10, 10.005, 10, 10.004], "doji"],
    ["whose body is less than a tenth of its range is a doji", [10, 11, 9.9, 10.1], "doji"],
    ["that rises, with a long shadow below only, is a hammer", [10, 10.1, 9.7, 10.1], "hammer"],
    ["that falls, with a long shadow below only, is a hanging man", [10.1, 10.1, 9.7, 10], "hanging_man"],
    ["that rises, with a long shadow above only, is a shooting star", [10, 10.4, 10, 10.1], "shooting_star"],
    ["that falls, with a long shadow above only, is a shooting star", [10.1, 10.4, 10, 10], "shooting_star"],
    ["that rises, with long shadows on both sides, is bullish", [10, 10.4, 9.7, 10.1], "bullish"],
    ["that rises is bullish", [10, 10.51, 9.99, 10.5], "bullish"],
    ["that falls is bearish", [10.5, 10.51, 9.99, 10], "bearish"]
  ]
  for (const [sentence, bar, kind] of examples) {
    it(sentence, () => {
      const ring = new CandleRing(1)
      for (const candle of candlesOf([bar])) ring.push(candle)
      assert.strictEqual(candleKind(ring.view, 0), kind)
    })
  }
})
