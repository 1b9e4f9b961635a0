import { assert, describe, it } from "@effect/vitest"
import { conformance, detectionsOf, flatCandles } from "@mjolnir/core/testing"

import chart from "../../src/chart/index.ts"
import { randomWalk } from "../harmonic/randomWalk.ts"
import { candlesOf, findsOf, lookback } from "./chartMarket.ts"

const walks = [11, 12, 13].map((seed) => randomWalk(seed, 20_000))

for (const detector of chart.detectors) {
  describe(`${detector.name}`, () => {
    for (const [pattern, { example }] of Object.entries(detector.patterns)) {
      const market = candlesOf(example)

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

      it(`tells of ${pattern} its height, level and target, and draws and explains it`, () => {
        const [found] = detectionsOf(detector, market, { lookback, annotates: true, explains: "matches" })
        const { annotations = [], anchors = [], confidence, direction, explanation = [], metadata = {} } = found ?? {}
        const { breakout_level: level, candles_involved: candles, height, height_atr: inAtr, target } = metadata
        assert.isAbove(Number(inAtr), 3)
        const way = direction === "bullish" ? 1 : -1
        assert.approximately(Number(target), Number(level) + way * Number(height), 1e-9)
        const [first = 0] = anchors
        assert.strictEqual(candles, ((found?.time ?? 0) - first) / 60_000 + 1)
        const labels = annotations.map(({ label }) => label)
        assert.includeMembers(labels, ["breakout level", "target"])
        // All anchors but the candle of the breakout are marked.
        const points = annotations.flatMap((each) => (each.kind === "point" ? [each.at] : []))
        assert.deepStrictEqual(points, anchors.slice(0, -1))
        assert.isAbove(explanation.length, 3)
        assert.approximately(
          explanation.reduce((sum, { score }) => sum + score, 0),
          confidence ?? Number.NaN,
          1e-9
        )
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
