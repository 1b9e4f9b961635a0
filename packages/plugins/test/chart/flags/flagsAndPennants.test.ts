import { assert, describe, it } from "@effect/vitest"
import { type ExampleCandle, exampleCandles } from "@mjolnir/core"
import { detectionsOf } from "@mjolnir/core/testing"

import { EnvelopeLine } from "../../../src/chart/flags/EnvelopeLine.ts"
import { flagPatterns } from "../../../src/chart/flags/flagPatterns.ts"
import { flagsAndPennants } from "../../../src/chart/flags/flagsAndPennants.ts"
import { ChartView } from "../../../src/chart/frame/ChartView.ts"
import { TurnTable } from "../../../src/chart/turns/TurnTable.ts"
import { examplePath, upsideDown, type Waypoint } from "../../../src/patternExamples/examplePath.ts"
import { findsOf } from "../chartMarket.ts"

const { BULL_FLAG, BULL_PENNANT } = flagPatterns

/** Pattern and direction of what is found, with the candle at which it is. */
const found = (candles: ReadonlyArray<ExampleCandle>, settings: unknown = {}) =>
  findsOf(flagsAndPennants, exampleCandles(candles), settings).map(([candle, { direction, pattern }]) => [
    candle,
    pattern,
    direction
  ])

/** A fall to the base, and the pole from there. */
const pole = (candles: number): ReadonlyArray<Waypoint> => [
  [0, 112],
  [40, 104],
  [40 + candles, 117]
]

/** The same closes after a pole of another length. */
const flagAfter = (candles: number, ...closes: ReadonlyArray<number>) =>
  examplePath([...pole(candles), ...closes.map((close, index): Waypoint => [41 + candles + index, close])])

const flag = [116.2, 115.4, 115.8, 116.2, 115.5, 114.8, 115.1, 115.4, 114.8, 115.9]

describe("a pole and what follows it", () => {
  for (const [bull, bear] of [
    ["BULL_FLAG", "BEAR_FLAG"],
    ["BULL_PENNANT", "BEAR_PENNANT"]
  ] as const) {
    it(`make a ${bear} when the ${bull} is upside down`, () => {
      const { example } = flagPatterns[bull]
      assert.deepStrictEqual(found(example), [[example.length - 1, bull, "bullish"]])
      assert.deepStrictEqual(found(upsideDown(example, 230)), [[example.length - 1, bear, "bearish"]])
    })
  }

  describe("are nothing when one rule is just broken:", () => {
    for (const [pattern, setting, kept, broken] of [
      ["BULL_FLAG", "minimumPole", 13.7, 13.8],
      ["BULL_FLAG", "poleCandles", 9, 8],
      ["BULL_FLAG", "flagCandles", 9, 10],
      ["BULL_FLAG", "flagWidth", 1, 0.9],
      ["BULL_FLAG", "retracement", 0.2, 0.19],
      ["BULL_PENNANT", "minimumPole", 14.3, 14.4],
      ["BULL_PENNANT", "poleCandles", 9, 8],
      ["BULL_PENNANT", "flagCandles", 8, 9],
      ["BULL_PENNANT", "flagWidth", 0.9, 0.8],
      ["BULL_PENNANT", "retracement", 0.31, 0.3],
      ["BULL_PENNANT", "convergence", 0.3, 0.2]
    ] as const) {
      it(`${setting} of a ${pattern}`, () => {
        const { example } = flagPatterns[pattern]
        const last = [[example.length - 1, pattern, "bullish"]]
        assert.deepStrictEqual(found(example, { [setting]: kept }), last)
        assert.deepStrictEqual(found(example, { [setting]: broken }), [])
      })
    }

    it("a pole of more candles than poleCandles", () => {
      assert.lengthOf(found(flagAfter(12, ...flag)), 1)
      assert.lengthOf(found(flagAfter(13, ...flag)), 0)
    })

    it("a flag that rises with the pole by more than level allows", () => {
      const rising = flagAfter(9, 115, 115.4, 114.9, 115.7, 115.3, 116, 115.6, 116.3, 115.9, 116.9)
      // It opens with a gap, so that the flag's highs do not begin at the tip.
      const gapped = rising.map((candle, index): ExampleCandle => (index === 50 ? [114.8, 115.2, 114.6, 115] : candle))
      assert.deepStrictEqual(found(gapped, { level: 3 }), [[59, "BULL_FLAG", "bullish"]])
      assert.deepStrictEqual(found(gapped), [])
    })

    it("lines that open", () => {
      const opening = [116.6, 116.2, 116.6, 115.6, 116.8, 115, 116.6, 114.2, 117.1]
      assert.deepStrictEqual(found(flagAfter(9, ...opening)), [])
    })

    it("a flag that begins to fall as a whole", () => {
      assert.deepStrictEqual(found(flagAfter(9, ...flag.slice(0, -1), 114, 113, 112)), [])
    })
  })

  it("are not left by a wick, nor by a close on the line or within the candle before", () => {
    const inside = BULL_FLAG.example.slice(0, -1)
    const level = Number(
      findsOf(flagsAndPennants, exampleCandles(BULL_FLAG.example))[0]?.[1].metadata?.["breakout_level"]
    )
    const before = inside.at(-1)?.[1] ?? 0
    const closing = (close: number): ExampleCandle => [114.8, 116.5, 114.6, close]
    const highest = Math.max(level, before)
    assert.deepStrictEqual(found([...inside, closing(level)]), [])
    assert.deepStrictEqual(found([...inside, closing(highest)]), [])
    assert.deepStrictEqual(found([...inside, closing(highest + 0.01)]), [[59, "BULL_FLAG", "bullish"]])
  })

  it("are left once", () => {
    for (const { example } of [BULL_FLAG, BULL_PENNANT]) {
      const on = [116.6, 116.4, 116.9, 116.7, 117.4, 118].map((close): ExampleCandle => [
        close - 0.1,
        close + 0.1,
        close - 0.2,
        close
      ])
      assert.lengthOf(found([...example, ...on]), 1)
    }
  })

  it("lead as far beyond the line as the pole is long", () => {
    const [[, match] = []] = findsOf(flagsAndPennants, exampleCandles(BULL_FLAG.example))
    const metadata = match?.metadata ?? {}
    assert.approximately(Number(metadata["height"]), 117.2 - 103.8, 1e-9)
    assert.approximately(Number(metadata["target"]), Number(metadata["breakout_level"]) + 13.4, 1e-9)
    assert.strictEqual(metadata["pole_candles"], 9)
    assert.strictEqual(metadata["flag_candles"], 9)
    assert.approximately(Number(metadata["retracement"]), (117.2 - 114.6) / 13.4, 1e-9)
    assert.deepStrictEqual(match?.anchors, [19, 10, 4, 0])
  })

  it("are drawn with the pole and both lines", () => {
    const [bull, bear] = [BULL_FLAG.example, upsideDown(BULL_FLAG.example, 230)].map((example) =>
      detectionsOf(flagsAndPennants, exampleCandles(example), { annotates: true })[0]?.annotations?.map(
        ({ label }) => label
      )
    )
    assert.deepStrictEqual(bull, [
      "base",
      "tip",
      "lowest of the flag",
      "pole",
      "upper line",
      "lower line",
      "breakout level",
      "target"
    ])
    assert.deepStrictEqual(bear, [
      "base",
      "tip",
      "highest of the flag",
      "pole",
      "lower line",
      "upper line",
      "breakout level",
      "target"
    ])
  })
})

describe("the line along highs or lows", () => {
  const candles = exampleCandles(
    examplePath([...pole(9), [51, 115.4], [53, 116.2], [55, 114.8], [57, 115.4], [58, 114.8]])
  )
  const view = new ChartView()
  const newest = candles.length - 1
  const candle = (age: number) => candles[newest - age]
  const window = {
    size: candles.length,
    time: () => 0,
    open: () => 0,
    high: (age: number) => candle(age)?.high ?? Number.NaN,
    low: (age: number) => candle(age)?.low ?? Number.NaN,
    close: () => 0,
    volume: () => 0,
    ticks: () => 0,
    partial: () => false,
    gap: () => 0
  }

  for (const side of [1, -1] as const) {
    for (const newestAge of [0, 1, 2]) {
      it(`encloses all of them, on two of them, seen from side ${side} up to age ${newestAge}`, () => {
        view.look(window, new TurnTable(0), side)
        const [upper, lower] = [new EnvelopeLine("high"), new EnvelopeLine("low")]
        upper.fit(view, 8, newestAge)
        lower.fit(view, 8, newestAge)
        const ages = Array.from({ length: 9 - newestAge }, (_, index) => index + newestAge)
        const above = ages.map((age) => upper.at(age) - view.high(age))
        const below = ages.map((age) => view.low(age) - lower.at(age))
        for (const distances of [above, below]) {
          assert.isAtLeast(Math.min(...distances), -1e-9)
          assert.isAtLeast(distances.filter((distance) => Math.abs(distance) < 1e-9).length, 2)
        }
      })
    }
  }
})
