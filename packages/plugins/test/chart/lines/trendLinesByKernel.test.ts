import { assert, describe, it } from "@effect/vitest"
import { exampleCandles } from "@mjolnir/core"

import { trendLines } from "../../../src/chart/lines/trendLines.ts"
import { examplePath, upsideDown } from "../../../src/patternExamples/examplePath.ts"
import { findsOf } from "../chartMarket.ts"

/** Five turns, five candles apart, after a rise; the last of them at candle 65. */
const turning = ([one, two, three, four, five]: readonly [number, number, number, number, number]) =>
  examplePath([
    [0, 80],
    [40, 100],
    [45, one],
    [50, two],
    [55, three],
    [60, four],
    [65, five],
    [69, five - 4]
  ])

const found = (candles: ReturnType<typeof turning>, settings = {}) =>
  findsOf(trendLines, exampleCandles(candles), { method: "kernel", ...settings })
    .filter(([candle]) => candle === 68)
    .map(([, { direction, pattern }]) => `${pattern} ${direction}`)

describe("two trend lines among kernel extrema", () => {
  for (const [name, pattern, turns] of [
    ["TTOP", "SYMMETRICAL_TRIANGLE bullish", [110, 101, 108, 103, 106]],
    ["TTOP without a second lower high", undefined, [110, 101, 110.1, 103, 106]],
    ["TTOP without a third lower high", undefined, [110, 101, 108, 103, 108.1]],
    ["TTOP without a higher low", undefined, [110, 103, 108, 102.9, 106]],
    ["BTOP", "BROADENING bearish", [106, 101, 108, 99, 110]],
    ["BTOP without a second higher high", undefined, [108.1, 101, 108, 99, 110]],
    ["BTOP without a third higher high", undefined, [106, 101, 108, 99, 107.9]],
    ["BTOP without a lower low", undefined, [106, 99, 108, 99.1, 110]],
    ["RTOP", "RECTANGLE bullish", [106, 100, 105.5, 100.3, 106.2]],
    ["RTOP with a high that is too low", undefined, [106, 100, 104, 100.3, 106.2]],
    ["RTOP with lows that are too far apart", undefined, [106, 99, 105.5, 101.2, 106.2]]
  ] as const) {
    it(`are ${pattern ?? "nothing"} by ${name}, three candles after the last extremum`, () => {
      assert.deepStrictEqual(found(turning(turns)), pattern === undefined ? [] : [pattern])
    })
  }

  it("are the same upside down, by TBOT, BBOT and RBOT", () => {
    assert.deepStrictEqual(found(upsideDown(turning([110, 101, 108, 103, 106]), 220)), ["SYMMETRICAL_TRIANGLE bearish"])
    assert.deepStrictEqual(found(upsideDown(turning([106, 101, 108, 99, 110]), 220)), ["BROADENING bullish"])
    assert.deepStrictEqual(found(upsideDown(turning([106, 100, 105.5, 100.3, 106.2]), 220)), ["RECTANGLE bearish"])
  })

  it("hold the highs of a rectangle to the tolerance that is set", () => {
    const rectangle = turning([106, 100, 105.5, 100.3, 106.2])
    assert.deepStrictEqual(found(rectangle, { tolerance: 0.004 }), ["RECTANGLE bullish"])
    assert.deepStrictEqual(found(rectangle, { tolerance: 0.003 }), [])
  })
})
