import { assert, describe, it } from "@effect/vitest"
import { exampleCandles } from "@mjolnir/core"
import { conformance, detectionsOf, flatCandles, minuteWalk } from "@mjolnir/core/testing"

import chart from "../../src/chart/index.ts"
import { findsOf } from "./chartMarket.ts"

const walks = [11, 12, 13].map((seed) => minuteWalk(seed, 20_000))

for (const detector of chart.detectors) {
  describe(`${detector.name}`, () => {
    for (const [pattern, { example }] of Object.entries(detector.patterns)) {
      const market = exampleCandles(example)

      it(`finds ${pattern} at the last candle of its example, and nothing before`, () => {
        assert.deepStrictEqual(
          findsOf(detector, market).map(([candle, match]) => [candle, match.pattern]),
          [[market.length - 1, pattern]]
        )
      })

      it(`finds ${pattern} whatever the price's unit`, () => {
        const cheap = market.map((candle) => ({
          ...candle,
          open: candle.open / 1_024,
          high: candle.high / 1_024,
          low: candle.low / 1_024,
          close: candle.close / 1_024
        }))
        assert.deepStrictEqual(
          findsOf(detector, cheap).map(([candle, match]) => [candle, match.pattern]),
          [[market.length - 1, pattern]]
        )
      })

      const detect = () => {
        const [found] = detectionsOf(detector, market, { annotates: true, explains: "matches" })
        return found ?? assert.fail("nothing is found")
      }

      it(`tells how high ${pattern} is: more than 3 average ranges`, () => {
        assert.isAbove(Number(detect().metadata["height_atr"]), 3)
      })

      it(`has its target as far behind the level as ${pattern} is high`, () => {
        const { direction, metadata } = detect()
        const { breakout_level: level, height, target } = metadata
        const way = direction === "bullish" ? 1 : -1
        assert.approximately(Number(target), Number(level) + way * Number(height), 1e-9)
      })

      it(`tells how many candles ${pattern} has, from its first turn to its breakout`, () => {
        const { anchors, metadata, time } = detect()
        const [first = Number.NaN] = anchors
        assert.strictEqual(metadata["candles_involved"], (time - first) / 60_000 + 1)
      })

      it(`draws the breakout level and the target of ${pattern} up to the newest candle`, () => {
        const { annotations = [], metadata, time } = detect()
        const levels = annotations.flatMap((each) =>
          each.kind === "line" && each.to.at === time ? [`${each.label} ${each.to.price}`] : []
        )
        assert.includeMembers(levels, [`breakout level ${metadata["breakout_level"]}`, `target ${metadata["target"]}`])
      })

      it(`marks all anchors of ${pattern} but the candle of the breakout`, () => {
        const { anchors, annotations = [] } = detect()
        const points = annotations.flatMap((each) => (each.kind === "point" ? [each.at] : []))
        assert.deepStrictEqual(points, anchors.slice(0, -1))
      })

      it(`explains ${pattern} by rules whose scores sum to its confidence`, () => {
        const { confidence, explanation = [] } = detect()
        assert.isAbove(explanation.length, 3)
        const sum = explanation.reduce((total, { score }) => total + score, 0)
        assert.approximately(sum, confidence, 1e-9)
      })
    }

    it("finds nothing where price does not move", () => {
      assert.deepStrictEqual(findsOf(detector, flatCandles(Array.from({ length: 400 }, () => 50))), [])
    })

    it("finds little in what is only noise: less than 5 in 1,000 candles", () => {
      const finds = walks.reduce((sum, walk) => sum + findsOf(detector, walk).length, 0)
      const candles = walks.reduce((sum, walk) => sum + walk.length, 0)
      assert.isAbove(finds, 0)
      assert.isBelow((finds / candles) * 1_000, 5)
    })

    describe("keeps the contract:", () => {
      for (const { id, run, title } of conformance(detector)) it(`${id} ${title}`, run)
    })
  })
}
