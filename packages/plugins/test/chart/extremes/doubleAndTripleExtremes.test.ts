import { assert, describe, it } from "@effect/vitest"
import { exampleCandles } from "@mjolnir/core"
import { conformance } from "@mjolnir/core/testing"

import { doubleAndTripleExtremes } from "../../../src/chart/extremes/doubleAndTripleExtremes.ts"
import { examplePath, upsideDown, type Waypoint } from "../../../src/patternExamples/examplePath.ts"
import { findsOf, patternsIn } from "../chartMarket.ts"

/** A rise, two tops at 112 and 112.1 with a valley of 106 between, and what comes after; shadows are 0.2. */
const twoTops = (...after: ReadonlyArray<Waypoint>) =>
  examplePath([[0, 116], [36, 100], [58, 112], [72, 106], [86, 112.1], ...after])

const broken = twoTops([97, 105.6])

describe("double and triple tops and bottoms", () => {
  it("are told by their pivots, level and target, bottoms as tops upside down", () => {
    const [top] = findsOf(doubleAndTripleExtremes, exampleCandles(broken))
    const [bottom] = findsOf(doubleAndTripleExtremes, exampleCandles(upsideDown(broken, 200)))
    assert.deepInclude(top?.[1], {
      pattern: "DOUBLE_TOP",
      direction: "bearish",
      trigger: 0,
      price: 105.6,
      anchors: [39, 25, 11, 0]
    })
    assert.deepInclude(bottom?.[1], {
      pattern: "DOUBLE_BOTTOM",
      direction: "bullish",
      price: 94.4,
      anchors: [39, 25, 11, 0]
    })
    assert.deepInclude(top?.[1].metadata, { neckline: 105.8, breakout_level: 105.8, height: 6.5, target: 99.3 })
    assert.strictEqual(bottom?.[1].metadata?.["neckline"], 94.2)
    assert.approximately(Number(bottom?.[1].metadata?.["target"]), 100.7, 1e-9)
  })

  it("are found when a candle closes below the valley, not when it only touches it", () => {
    assert.deepStrictEqual(patternsIn(doubleAndTripleExtremes, twoTops([97, 105.8])), [])
    assert.deepStrictEqual(patternsIn(doubleAndTripleExtremes, twoTops([97, 105.79])), ["DOUBLE_TOP"])
  })

  it("are found once, however often the close comes back over the neckline", () => {
    const wavering = twoTops([97, 105.6], [98, 106], [99, 105.5], [100, 106], [101, 105.4], [130, 90])
    assert.deepStrictEqual(
      findsOf(doubleAndTripleExtremes, exampleCandles(wavering)).map(([candle]) => candle),
      [97]
    )
  })

  it("can be reported when the last top is known, whatever price does then", () => {
    const recovering = twoTops([91, 109], [110, 122])
    assert.deepStrictEqual(patternsIn(doubleAndTripleExtremes, recovering), [])
    const finds = findsOf(doubleAndTripleExtremes, exampleCandles(recovering), { reported: "completion" })
    assert.deepStrictEqual(
      finds.map(([candle, { anchors, pattern }]) => [candle, pattern, anchors]),
      [[89, "DOUBLE_TOP", [31, 17, 3, 0]]]
    )
  })

  for (const [rule, kept, violated] of [
    ["each top is within a share of their average", { tolerance: 0.00045 }, { tolerance: 0.00044 }],
    ["the tops are near in ATRs", { toleranceAtr: 0.12 }, { toleranceAtr: 0.11 }],
    ["the tops are more than so many candles apart", { spacing: 27 }, { spacing: 28 }],
    ["the valley is deep", { minimumDepth: 7.1 }, { minimumDepth: 7.2 }],
    ["price rose into the first top", { minimumTrend: 1.9 }, { minimumTrend: 1.91 }],
    ["all pivots are within so many candles", { within: 61 }, { within: 60 }]
  ] as const) {
    it(`are found only where ${rule}`, () => {
      assert.deepStrictEqual(patternsIn(doubleAndTripleExtremes, broken, kept), ["DOUBLE_TOP"])
      assert.deepStrictEqual(patternsIn(doubleAndTripleExtremes, broken, violated), [])
    })
  }

  it("may have lower tops between, but no higher one", () => {
    const between = (price: number) =>
      examplePath([
        [0, 116],
        [36, 100],
        [58, 112],
        [68, 106],
        [76, price],
        [84, 106.2],
        [98, 112.1],
        [109, 105.6]
      ])
    assert.deepStrictEqual(patternsIn(doubleAndTripleExtremes, between(110)), ["DOUBLE_TOP"])
    assert.deepStrictEqual(patternsIn(doubleAndTripleExtremes, between(114)), [])
  })

  it("are triple where three tops are even, and double where the third is not", () => {
    const three = (first: number) =>
      examplePath([
        [0, 116],
        [36, 100],
        [58, first],
        [70, 106.2],
        [86, 112],
        [98, 106.1],
        [111, 112.1],
        [122, 105.5]
      ])
    const [found] = findsOf(doubleAndTripleExtremes, exampleCandles(three(111.9)))
    assert.strictEqual(found?.[1].pattern, "TRIPLE_TOP")
    assert.deepStrictEqual(found?.[1].anchors, [64, 52, 36, 24, 11, 0])
    assert.deepStrictEqual(patternsIn(doubleAndTripleExtremes, three(110), { minimumTrend: 1 }), ["DOUBLE_TOP"])
  })

  it("take the lower valley of three tops for their neckline, and count as two before it is broken", () => {
    const three = examplePath([
      [0, 116],
      [36, 100],
      [58, 112],
      [70, 104.5],
      [82, 112],
      [96, 106.2],
      [110, 112.1],
      [124, 103]
    ])
    const finds = findsOf(doubleAndTripleExtremes, exampleCandles(three))
    assert.deepStrictEqual(
      finds.map(([, { metadata, pattern }]) => [pattern, metadata?.["neckline"]]),
      [
        ["DOUBLE_TOP", 106],
        ["TRIPLE_TOP", 104.3]
      ]
    )
  })

  it("are, by the kernel method, two closing highs reported as soon as the second is known", () => {
    const smooth = examplePath(
      [
        [0, 90],
        [70, 110],
        [83, 106],
        [96, 110.1],
        [99, 109]
      ],
      0.05
    )
    const [found, ...others] = findsOf(doubleAndTripleExtremes, exampleCandles(smooth), { method: "kernel" })
    assert.lengthOf(others, 0)
    assert.deepInclude(found?.[1], { pattern: "DOUBLE_TOP", anchors: [29, 16, 3, 0] })
    assert.strictEqual(found?.[0], 99)
    // Closes, not lows.
    assert.strictEqual(found?.[1].metadata?.["neckline"], 106)
    assert.deepStrictEqual(patternsIn(doubleAndTripleExtremes, smooth, { method: "kernel", spacing: 26 }), [])
  })

  describe("keep the contract", () => {
    // With their default params they are measured over more.
    const budget = { candles: 20_000 }
    for (const [name, settings] of Object.entries({
      "by the kernel method": { method: "kernel" },
      "at completion": { reported: "completion" }
    })) {
      describe(`${name}:`, () => {
        for (const { id, run, title } of conformance(doubleAndTripleExtremes, { settings, budget }))
          it(`${id} ${title}`, run)
      })
    }
  })
})
