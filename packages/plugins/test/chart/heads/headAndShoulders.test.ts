import { assert, describe, it } from "@effect/vitest"
import { exampleCandles } from "@mjolnir/core"
import { conformance, detectionsOf } from "@mjolnir/core/testing"

import { headAndShoulders } from "../../../src/chart/heads/headAndShoulders.ts"
import { examplePath, upsideDown, type Waypoint } from "../../../src/patternExamples/examplePath.ts"
import { findsOf, patternsIn } from "../chartMarket.ts"

/** Shoulders of 111 and 111.2, a head of 114 and armpits of 107 and 107.4, and what comes after; shadows are 0.2. */
const shoulders = (...after: ReadonlyArray<Waypoint>) =>
  examplePath([[0, 116], [36, 100], [58, 111], [68, 107], [80, 114], [92, 107.4], [104, 111.2], ...after])

const broken = shoulders([115, 107.4])

describe("head and shoulders", () => {
  it("are told by five pivots, with a sloped neckline and a target as far below it as the head is above", () => {
    const [upright, ...others] = findsOf(headAndShoulders, exampleCandles(broken))
    assert.lengthOf(others, 0)
    assert.deepInclude(upright?.[1], {
      pattern: "HEAD_AND_SHOULDERS",
      direction: "bearish",
      price: 107.4,
      anchors: [57, 47, 35, 23, 11, 0]
    })
    const slope = 0.4 / 24
    const { metadata = {} } = upright?.[1] ?? {}
    assert.approximately(Number(metadata["neckline_slope"]), slope, 1e-9)
    assert.approximately(Number(metadata["neckline"]), 107.2 + 23 * slope, 1e-9)
    assert.approximately(Number(metadata["height"]), 114.2 - (107.2 - 12 * slope), 1e-9)
    assert.approximately(Number(metadata["target"]), Number(metadata["neckline"]) - Number(metadata["height"]), 1e-9)
  })

  it("are inverse upside down", () => {
    const [inverse] = findsOf(headAndShoulders, exampleCandles(upsideDown(broken, 200)))
    assert.deepInclude(inverse?.[1], {
      pattern: "INVERSE_HEAD_AND_SHOULDERS",
      direction: "bullish",
      anchors: [57, 47, 35, 23, 11, 0]
    })
    const { metadata = {} } = inverse?.[1] ?? {}
    assert.approximately(Number(metadata["neckline_slope"]), -0.4 / 24, 1e-9)
    assert.isAbove(Number(metadata["target"]), Number(metadata["neckline"]))
  })

  it("are left below the neckline as it slopes, not below the armpit", () => {
    // The neckline has risen to 107.58.
    assert.deepStrictEqual(patternsIn(headAndShoulders, shoulders([115, 107.59])), [])
    assert.deepStrictEqual(patternsIn(headAndShoulders, shoulders([115, 107.57])), ["HEAD_AND_SHOULDERS"])
  })

  it("are found once, however often the close comes back over the neckline", () => {
    const wavering = shoulders([115, 107.4], [116, 107.9], [117, 107.2], [118, 107.8], [119, 107], [140, 90])
    assert.deepStrictEqual(
      findsOf(headAndShoulders, exampleCandles(wavering)).map(([candle]) => candle),
      [115]
    )
  })

  it("can be reported when the right shoulder is known", () => {
    const recovering = shoulders([109, 109], [130, 122])
    assert.deepStrictEqual(patternsIn(headAndShoulders, recovering), [])
    const [found, ...others] = findsOf(headAndShoulders, exampleCandles(recovering), { reported: "completion" })
    assert.lengthOf(others, 0)
    assert.deepStrictEqual([found?.[0], found?.[1].pattern], [108, "HEAD_AND_SHOULDERS"])
  })

  for (const [rule, kept, violated] of [
    ["shoulders and armpits are within a share of their average", { tolerance: 0.0019 }, { tolerance: 0.0018 }],
    ["shoulders and armpits are near in ATRs", { toleranceAtr: 0.52 }, { toleranceAtr: 0.51 }],
    ["the head is above the shoulders", { minimumHead: 3.5 }, { minimumHead: 3.6 }],
    ["the head is above the neckline", { minimumHeight: 9.2 }, { minimumHeight: 9.22 }],
    ["the shoulders are about as far from the head", { asymmetry: 1.1 }, { asymmetry: 1.09 }]
  ] as const) {
    it(`are found only where ${rule}`, () => {
      assert.deepStrictEqual(patternsIn(headAndShoulders, broken, kept), ["HEAD_AND_SHOULDERS"])
      assert.deepStrictEqual(patternsIn(headAndShoulders, broken, violated), [])
    })
  }

  it("are found only where both shoulders are above the neckline", () => {
    const rising = (right: number) =>
      examplePath([
        [0, 116],
        [36, 100],
        [58, 104],
        [68, 101.5],
        [80, 114],
        [92, 108],
        [104, right],
        [114, 105]
      ])
    const lenient = { toleranceAtr: 10, tolerance: 0.1, minimumHead: 0 }
    // The neckline has risen to 111.05 there.
    assert.deepStrictEqual(patternsIn(headAndShoulders, rising(110.9), lenient), ["HEAD_AND_SHOULDERS"])
    assert.deepStrictEqual(patternsIn(headAndShoulders, rising(110.8), lenient), [])
  })

  it("are drawn with their neckline from the left armpit to the breakout", () => {
    const [found] = detectionsOf(headAndShoulders, exampleCandles(broken), { annotates: true })
    const annotations = found?.annotations ?? []
    assert.deepStrictEqual(
      annotations.map(({ label }) => label),
      ["left shoulder", "left armpit", "head", "right armpit", "right shoulder", "neckline", "breakout level", "target"]
    )
    const neckline = annotations.find(({ label }) => label === "neckline")
    if (neckline?.kind !== "line") return assert.fail("there is no neckline")
    assert.deepStrictEqual([neckline.from.at, neckline.to.at], [found?.anchors[1], found?.time])
    assert.deepStrictEqual([neckline.from.price, neckline.to.price], [106.8, Number(found?.metadata["neckline"])])
  })

  it("are, by the kernel method, five extrema of closes reported as soon as the last is known", () => {
    const smooth = examplePath(
      [
        [0, 90],
        [65, 107],
        [71, 104],
        [78, 110],
        [85, 104.2],
        [91, 107.2],
        [94, 106]
      ],
      0.05
    )
    const finds = findsOf(headAndShoulders, exampleCandles(smooth), { method: "kernel" })
    assert.deepStrictEqual(
      finds.map(([candle, { anchors, pattern }]) => [candle, pattern, anchors]),
      [[94, "HEAD_AND_SHOULDERS", [29, 23, 16, 9, 3, 0]]]
    )
    assert.deepStrictEqual(patternsIn(headAndShoulders, smooth, { method: "kernel", tolerance: 0.0009 }), [])
  })

  describe("keep the contract by the kernel method:", () => {
    // With its default params it is measured over more.
    const options = { settings: { method: "kernel" }, budget: { candles: 20_000 } }
    for (const { id, run, title } of conformance(headAndShoulders, options)) it(`${id} ${title}`, run)
  })
})
