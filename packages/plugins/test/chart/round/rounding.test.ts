import { assert, describe, it } from "@effect/vitest"
import { exampleCandles } from "@mjolnir/core"

import { rounding } from "../../../src/chart/round/rounding.ts"
import { examplePath, upsideDown, type Waypoint } from "../../../src/patternExamples/examplePath.ts"
import { findsOf, patternsIn } from "../chartMarket.ts"
import { bowl } from "./bowl.ts"

/** A rise to 110, a bowl down to 100 and back, and what comes after; shadows are 0.2. */
const round = (...after: ReadonlyArray<Waypoint>) =>
  examplePath([[0, 112], [36, 100], [58, 110], ...bowl(59, 48, 110, 100), [107, 110], ...after])

const whole = round([108, 110.6])

describe("a rounding bottom or top", () => {
  it("is told by its rim and its lowest turn, a top upside down", () => {
    const [bottom, ...others] = findsOf(rounding, exampleCandles(whole))
    assert.lengthOf(others, 0)
    assert.deepInclude(bottom?.[1], {
      pattern: "ROUNDING_BOTTOM",
      direction: "bullish",
      price: 110.6,
      anchors: [50, 26, 0]
    })
    assert.strictEqual(bottom?.[1].metadata?.["rim"], 110.2)
    assert.approximately(Number(bottom?.[1].metadata?.["target"]), 120.6, 1e-9)
    const [top] = findsOf(rounding, exampleCandles(upsideDown(whole, 210)))
    assert.deepInclude(top?.[1], { pattern: "ROUNDING_TOP", direction: "bearish", anchors: [50, 26, 0] })
    assert.approximately(Number(top?.[1].metadata?.["target"]), 89.4, 1e-9)
  })

  it("is found when a candle closes beyond the rim, not when it only touches it", () => {
    assert.deepStrictEqual(patternsIn(rounding, round([108, 110.2])), [])
    assert.deepStrictEqual(patternsIn(rounding, round([108, 110.21])), ["ROUNDING_BOTTOM"])
  })

  it("is found once, however often the close comes back to the rim", () => {
    const wavering = round([108, 110.6], [109, 110], [110, 110.8], [111, 110], [112, 111], [120, 118])
    assert.deepStrictEqual(
      findsOf(rounding, exampleCandles(wavering)).map(([candle]) => candle),
      [108]
    )
  })

  for (const [rule, kept, violated] of [
    ["it is deep in ATRs", { minimumDepth: 13.6 }, { minimumDepth: 13.7 }],
    ["it is no collapse", { maximumDepth: 0.0944 }, { maximumDepth: 0.0943 }],
    ["it is long", { minimumLength: 50 }, { minimumLength: 51 }],
    ["the closes follow a parabola", { minimumFit: 0.9999 }, { minimumFit: 0.99995 }],
    ["most closes are low", { minimumLowShare: 0.7 }, { minimumLowShare: 0.71 }],
    ["its lowest point is in the middle", { offCentre: 0.0098 }, { offCentre: 0.0096 }]
  ] as const) {
    it(`is found only where ${rule}`, () => {
      assert.deepStrictEqual(patternsIn(rounding, whole, kept), ["ROUNDING_BOTTOM"])
      assert.deepStrictEqual(patternsIn(rounding, whole, violated), [])
    })
  }

  it("is not a V", () => {
    const pointed = examplePath([
      [0, 112],
      [36, 100],
      [58, 110],
      [82, 100],
      [107, 110],
      [108, 110.6]
    ])
    assert.deepStrictEqual(patternsIn(rounding, pointed), [])
  })

  it("begins at the first high that it overcomes of which it is round", () => {
    // A high on the way back is overcome before the rim, and is no bowl's.
    const stepped = examplePath([
      [0, 112],
      [36, 100],
      [58, 110],
      ...bowl(59, 48, 110, 100).slice(0, 42),
      [105, 103],
      [114, 110.6]
    ])
    assert.deepStrictEqual(
      findsOf(rounding, exampleCandles(stepped)).map(([candle, { anchors }]) => [candle, anchors[0]]),
      [[114, 56]]
    )
  })
})
