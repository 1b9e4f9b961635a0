import { assert, describe, it } from "@effect/vitest"
import { type Candle, StockSymbol } from "@mjolnir/core"
import { makePipelinePlan, type PipelineSettings, SymbolPipeline } from "@mjolnir/core/pipeline"
import { minuteWalk } from "@mjolnir/core/testing"
import { Result } from "effect"

import { candlestick } from "../../src/candlestick/candlestick.ts"

/** Every other run of seven candles is of few shares. */
const candles = minuteWalk(3, 2_000).map((candle, index): Candle =>
  Object.assign({}, candle, { volume: index % 14 < 7 ? 10 : 1_000 })
)

const idsIn = (settings: PipelineSettings): ReadonlyArray<string> => {
  const plan = makePipelinePlan([candlestick], { ...settings, minimumConfidence: 0, cooldownMillis: 0 })
  const pipeline = new SymbolPipeline(StockSymbol.make("TEST"), Result.getOrThrow(plan))
  return candles.flatMap((candle) => pipeline.onCandle(candle).decisions.map(({ detection }) => detection.id))
}

describe("a window that is shorter than the detector asks for", () => {
  for (const lookback of [1, 2, 3, 8]) {
    it(`of ${lookback} lets it miss patterns, but invent none from candles that a filter parts`, () => {
      const known = new Set(idsIn({}))
      const found = idsIn({ lookback, filters: { candlestick: { minimumVolume: 500 } } })
      assert.isNotEmpty(found)
      assert.deepStrictEqual(
        found.filter((id) => !known.has(id)),
        []
      )
    })
  }
})
