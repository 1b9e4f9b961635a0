import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type Candle, type DatedAnnotation, type Detection, intervalMillis, StockSymbol } from "@mjolnir/core"
import { makePipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Result } from "effect"

import { builtInPlugins } from "../../src/index.ts"
import { type MarketSeries, marketSeries } from "../recorded/marketSeries.ts"

const detectors = builtInPlugins.flatMap((plugin) => plugin.detectors)
const skipped = marketSeries.length === 0

describe.skipIf(skipped)(`on recorded prices${skipped ? " (there is no ../shared/market-data)" : ""}`, () => {
  describe.each(marketSeries)("what the library finds in $name", (series) => {
    let candles: ReadonlyArray<Candle> = []
    let found: ReadonlyArray<ReadonlyArray<Detection>> = []

    beforeAll(() => {
      candles = candlesOf(series)
      found = foundIn(series, candles)
    })

    afterAll(() => {
      found = []
    })

    it("is told when the newest candle closes", () => {
      assert.isAbove(found.flat().length, 0)
      const late = found.flatMap((detections, index) => {
        const closes = (candles[index]?.time ?? Number.NaN) + intervalMillis[series.interval]
        return detections.filter(({ confirmedAt }) => confirmedAt !== closes)
      })
      assert.deepStrictEqual(late, [])
    })

    it("names no candle after the newest", () => {
      const ahead = found.flatMap((detections, index) => {
        const newest = candles[index]?.time ?? Number.NaN
        return detections.filter((detection) => timesIn(detection).some((time) => time > newest))
      })
      assert.deepStrictEqual(ahead, [])
    })

    it("is the same without the candles after it", () => {
      const prefix = candles.slice(0, Math.floor(candles.length * 0.6))
      // As text, which is compared much faster than objects are.
      assert.strictEqual(JSON.stringify(foundIn(series, prefix)), JSON.stringify(found.slice(0, prefix.length)))
    })
  })
})

/** Recorded series as a whole; of made-up ones, which have a match at every candle, the beginning. */
const candlesOf = ({ name, read }: MarketSeries): ReadonlyArray<Candle> =>
  name.startsWith("synth-") ? read().slice(0, 8_000) : read()

/** What all detectors of the library find at each of the candles, nothing held back, with all that is to be drawn. */
const foundIn = (
  { interval }: MarketSeries,
  candles: ReadonlyArray<Candle>
): ReadonlyArray<ReadonlyArray<Detection>> => {
  const plan = makePipelinePlan(detectors, {
    interval,
    minimumConfidence: 0,
    cooldownMillis: 0,
    annotates: true,
    explains: "matches"
  })
  const pipeline = new SymbolPipeline(StockSymbol.make("LOOP"), Result.getOrThrow(plan))
  return candles.map((candle) => {
    const { decisions, faults } = pipeline.onCandle(candle)
    if (faults.length > 0) assert.deepStrictEqual(faults, [])
    return decisions.map(({ detection }) => detection)
  })
}

/** Every candle that a detection speaks of. */
const timesIn = ({ anchors, annotations = [], time }: Detection): ReadonlyArray<number> => [
  time,
  ...anchors,
  ...annotations.flatMap(placesOf)
]

const placesOf = (annotation: DatedAnnotation): ReadonlyArray<number> => {
  switch (annotation.kind) {
    case "line":
      return [annotation.from.at, annotation.to.at]
    case "zone":
      return [annotation.from, annotation.to]
    case "point":
      return [annotation.at]
  }
}
