import { assert, describe, it } from "@effect/vitest"
import { type Candle, type DatedAnnotation, type Detection, intervalMillis, StockSymbol } from "@mjolnir/core"
import { makePipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Result } from "effect"

import { builtInPlugins } from "../../src/index.ts"
import { type MarketSeries, marketSeries } from "./marketData.ts"

const detectors = builtInPlugins.flatMap((plugin) => plugin.detectors)
/** Enough of the longest series, which are made up and have a match at every candle. */
const mostCandles = 20_000
const skipped = marketSeries.length === 0

/** What all detectors of the library find at each of the candles, nothing held back, with all that is to be drawn. */
const foundIn = (
  { interval }: MarketSeries,
  candles: ReadonlyArray<Candle>
): ReadonlyArray<ReadonlyArray<Detection>> => {
  const plan = makePipelinePlan(detectors, {
    interval,
    lookback: Number.POSITIVE_INFINITY,
    minimumConfidence: 0,
    cooldownMillis: 0,
    annotates: true,
    explains: "matches"
  })
  const pipeline = new SymbolPipeline(StockSymbol.make("LOOP"), Result.getOrThrow(plan))
  return candles.map((candle) => {
    const { decisions, faults } = pipeline.onCandle(candle)
    assert.deepStrictEqual(faults, [])
    return decisions.map(({ detection }) => detection)
  })
}

describe.skipIf(skipped)(`on recorded prices${skipped ? " (there is no ../shared/market-data)" : ""}`, () => {
  it.each(marketSeries)(
    "$name: what the library finds does not need the candles after it, and names none of them",
    (series) => {
      const candles = series.read().slice(0, mostCandles)
      const found = foundIn(series, candles)
      assert.isAbove(found.flat().length, 0)
      for (const [index, detections] of found.entries()) {
        const newest = candles[index]?.time ?? Number.NaN
        for (const detection of detections) {
          assert.strictEqual(detection.confirmedAt, newest + intervalMillis[series.interval])
          for (const time of timesIn(detection)) assert.isAtMost(time, newest, `${detection.pattern} at ${newest}`)
        }
      }
      for (const part of [0.3, 0.6]) {
        const prefix = candles.slice(0, Math.floor(candles.length * part))
        assert.strictEqual(JSON.stringify(foundIn(series, prefix)), JSON.stringify(found.slice(0, prefix.length)))
      }
    },
    60_000
  )
})

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
