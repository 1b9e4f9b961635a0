import { assert, describe, it } from "@effect/vitest"
import { exampleCandles } from "@mjolnir/core"

import { cupAndHandle } from "../../../src/chart/round/cupAndHandle.ts"
import { examplePath, type Waypoint } from "../../../src/patternExamples/examplePath.ts"
import { findsOf, patternsIn } from "../chartMarket.ts"
import { bowl } from "./bowl.ts"

/** A cup from 110 to 100 and back to the right rim, a handle down to 107, and what comes after; shadows are 0.2. */
const cup = (right: number, ...after: ReadonlyArray<Waypoint>) =>
  examplePath([[0, 112], [36, 100], [58, 110], ...bowl(59, 48, 110, 100), [107, right], [115, 107], ...after])

const whole = cup(110, [123, 110.6])

describe("cup and handle", () => {
  it("is told by both rims, the low of the cup and that of the handle", () => {
    const [found, ...others] = findsOf(cupAndHandle, exampleCandles(whole))
    assert.lengthOf(others, 0)
    assert.deepInclude(found?.[1], {
      pattern: "CUP_AND_HANDLE",
      direction: "bullish",
      price: 110.6,
      anchors: [65, 41, 16, 8, 0]
    })
    const { metadata = {} } = found?.[1] ?? {}
    assert.strictEqual(metadata["breakout_level"], 110.2)
    assert.approximately(Number(metadata["target"]), 120.6, 1e-9)
    assert.approximately(Number(metadata["handle_depth"]), 3.4 / 10.4, 1e-9)
    assert.isAbove(Number(metadata["r_squared"]), 0.99)
  })

  it("is found when a candle closes above both rims, the higher of which counts", () => {
    assert.deepStrictEqual(patternsIn(cupAndHandle, cup(110, [123, 110.2])), [])
    assert.deepStrictEqual(patternsIn(cupAndHandle, cup(109, [123, 110.1])), [])
    assert.deepStrictEqual(patternsIn(cupAndHandle, cup(109, [123, 110.3])), ["CUP_AND_HANDLE"])
    assert.deepStrictEqual(patternsIn(cupAndHandle, cup(111, [123, 110.6])), [])
    assert.deepStrictEqual(patternsIn(cupAndHandle, cup(111, [123, 111.5])), ["CUP_AND_HANDLE"])
  })

  it("is found once, however often the close comes back to the rim", () => {
    const wavering = cup(110, [123, 110.6], [124, 109.9], [125, 110.7], [126, 109.9], [127, 111], [150, 125])
    assert.deepStrictEqual(
      findsOf(cupAndHandle, exampleCandles(wavering)).map(([candle]) => candle),
      [123]
    )
  })

  for (const [rule, kept, violated] of [
    ["the cup is deep in ATRs", { minimumDepth: 11.6 }, { minimumDepth: 11.7 }],
    ["the cup is no collapse", { maximumDepth: 0.0944 }, { maximumDepth: 0.0943 }],
    ["the cup is long", { minimumLength: 49 }, { minimumLength: 50 }],
    ["the closes follow a parabola", { minimumFit: 0.99999 }, { minimumFit: 1 }],
    ["most closes are low", { minimumLowShare: 0.68 }, { minimumLowShare: 0.69 }],
    ["the handle is shallow", { maximumHandleDepth: 0.33 }, { maximumHandleDepth: 0.32 }],
    ["the handle is short", { maximumHandleLength: 0.33 }, { maximumHandleLength: 0.32 }]
  ] as const) {
    it(`is found only where ${rule}`, () => {
      assert.deepStrictEqual(patternsIn(cupAndHandle, whole, kept), ["CUP_AND_HANDLE"])
      assert.deepStrictEqual(patternsIn(cupAndHandle, whole, violated), [])
    })
  }

  it("is found only where the rims are at about one height", () => {
    const lower = cup(109, [123, 110.3])
    assert.deepStrictEqual(patternsIn(cupAndHandle, lower, { rimTolerance: 0.084 }), ["CUP_AND_HANDLE"])
    assert.deepStrictEqual(patternsIn(cupAndHandle, lower, { rimTolerance: 0.083 }), [])
  })

  it("is not a V, nor a cup with a high within", () => {
    const pointed = [
      [0, 112],
      [36, 100],
      [58, 110],
      [82, 100],
      [107, 110],
      [115, 107],
      [123, 110.6]
    ] as const
    assert.deepStrictEqual(patternsIn(cupAndHandle, examplePath(pointed)), [])
    const parted = [...pointed.slice(0, 3), [72, 100], [82, 112], [92, 100], ...pointed.slice(4)] as const
    assert.deepStrictEqual(patternsIn(cupAndHandle, examplePath(parted)), [])
  })
})
