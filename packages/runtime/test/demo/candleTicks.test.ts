import { assert, describe, it } from "@effect/vitest"
import { CandleBuilder, defaultCandleSettings } from "@mjolnir/core/candles"
import { SeededRandom } from "@mjolnir/core/testing"

import { candlePrices, candleShares } from "../../src/demo/candleTicks.ts"
import { plantedPatterns } from "../../src/demo/plantedPatterns.ts"
import { opening } from "./detectedIn.ts"

describe("a scripted candle", () => {
  it("is exactly what its ticks amount to", () => {
    const random = new SeededRandom(1)
    for (const [index, candle] of Object.values(plantedPatterns).flat().entries()) {
      const [open, high, low, close] = candle.map((percent) => Math.round(percent * 150))
      const ticks = 8 + index
      const scripted = [open ?? 0, high ?? 0, low ?? 0, close ?? 0, 12_345] as const
      const prices = candlePrices(scripted, ticks, 0.001, random)
      const shares = candleShares(12_345, ticks, random)
      const built: Array<ReadonlyArray<number>> = []
      const builder = new CandleBuilder(defaultCandleSettings, (candle) =>
        built.push([candle.open, candle.high, candle.low, candle.close, candle.volume])
      )
      for (const [at, price] of prices.entries()) builder.add(opening + at, price, shares[at] ?? 0)
      builder.closeUpTo(opening + 120_000)
      assert.deepStrictEqual(built, [scripted])
    }
  })
})
