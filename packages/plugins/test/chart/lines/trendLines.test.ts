import { assert, describe, it } from "@effect/vitest"
import { type ExampleCandle, exampleCandles } from "@mjolnir/core"
import { detectionsOf } from "@mjolnir/core/testing"

import { linePatterns } from "../../../src/chart/lines/linePatterns.ts"
import { lineShapeOf, lineShapes } from "../../../src/chart/lines/lineShapes.ts"
import { trendLines } from "../../../src/chart/lines/trendLines.ts"
import { examplePath, upsideDown, type Waypoint } from "../../../src/patternExamples/examplePath.ts"
import { findsOf, patternsIn } from "../chartMarket.ts"

const { ASCENDING_TRIANGLE, BROADENING, RECTANGLE, RISING_WEDGE, SYMMETRICAL_TRIANGLE } = linePatterns

/** Pattern and direction of what is found, with the candle at which it is. */
const found = (candles: ReadonlyArray<ExampleCandle>, settings: unknown = {}) =>
  findsOf(trendLines, exampleCandles(candles), settings).map(([candle, { direction, pattern }]) => [
    candle,
    pattern,
    direction
  ])

/** The example with the given closes after it. */
const goingOn = (example: ReadonlyArray<ExampleCandle>, closes: ReadonlyArray<number>) => [
  ...example,
  ...closes.map((close, index): ExampleCandle => {
    const open = closes[index - 1] ?? example.at(-1)?.[3] ?? close
    return [open, Math.max(open, close) + 0.2, Math.min(open, close) - 0.2, close]
  })
]

/** Up to the third high of an ascending and a symmetrical triangle. */
const ascending: ReadonlyArray<Waypoint> = [
  [0, 100],
  [46, 112],
  [57, 104.5],
  [67, 112],
  [76, 107.3],
  [86, 112]
]
const symmetrical: ReadonlyArray<Waypoint> = [
  [0, 100],
  [44, 114],
  [57, 104.5],
  [68, 112.3],
  [78, 106.4],
  [87, 110.7]
]

describe("two trend lines", () => {
  for (const [pattern, candles, settings] of [
    ["ASCENDING_TRIANGLE", examplePath([...ascending, [94, 109], [96, 107.5]]), {}],
    ["SYMMETRICAL_TRIANGLE", examplePath([...symmetrical, [93, 107.28]]), {}]
  ] as const) {
    it(`are left downwards as well as upwards by a ${pattern}`, () => {
      const last = found(candles, settings).at(-1)
      assert.deepStrictEqual(last?.slice(1), [pattern, "bearish"])
    })
  }

  for (const [pattern, mirrored] of [
    ["ASCENDING_TRIANGLE", "DESCENDING_TRIANGLE"],
    ["SYMMETRICAL_TRIANGLE", "SYMMETRICAL_TRIANGLE"],
    ["RISING_WEDGE", "FALLING_WEDGE"],
    ["RECTANGLE", "RECTANGLE"],
    ["BROADENING", "BROADENING"]
  ] as const) {
    it(`make of a ${pattern} upside down a ${mirrored} that is left the other way`, () => {
      const { example } = linePatterns[pattern]
      const [candle, , direction] = found(example)[0] ?? []
      assert.deepStrictEqual(found(upsideDown(example, 220)), [
        [candle, mirrored, direction === "bullish" ? "bearish" : "bullish"]
      ])
    })
  }

  describe("are nothing when one rule is just broken:", () => {
    for (const [pattern, setting, kept, broken] of [
      ["ASCENDING_TRIANGLE", "toleranceAtr", 0.04, 0.03],
      ["ASCENDING_TRIANGLE", "steep", 5.8, 5.9],
      ["ASCENDING_TRIANGLE", "flat", 5.8, 5.9],
      ["ASCENDING_TRIANGLE", "minimumHeight", 6.1, 6.2],
      ["ASCENDING_TRIANGLE", "convergence", 0.36, 0.35],
      ["SYMMETRICAL_TRIANGLE", "toleranceAtr", 0.03, 0.01],
      ["SYMMETRICAL_TRIANGLE", "steep", 3.4, 3.5],
      ["SYMMETRICAL_TRIANGLE", "flat", 3.4, 3.5],
      ["SYMMETRICAL_TRIANGLE", "minimumHeight", 6.6, 6.7],
      ["SYMMETRICAL_TRIANGLE", "convergence", 0.3, 0.29],
      ["RISING_WEDGE", "toleranceAtr", 0.11, 0.1],
      ["RISING_WEDGE", "steep", 6.5, 6.6],
      ["RISING_WEDGE", "minimumHeight", 6.6, 6.7],
      ["RISING_WEDGE", "convergence", 0.51, 0.5],
      ["RECTANGLE", "toleranceAtr", 0.08, 0.07],
      ["RECTANGLE", "tolerance", 0.0007, 0.0005],
      ["RECTANGLE", "minimumHeight", 6.8, 6.9],
      ["RECTANGLE", "convergence", 0.99, 1]
    ] as const) {
      it(`${setting} of a ${pattern}`, () => {
        const { example } = linePatterns[pattern]
        assert.deepStrictEqual(patternsIn(trendLines, example, { [setting]: kept }), [pattern])
        assert.notInclude(patternsIn(trendLines, example, { [setting]: broken }), pattern)
      })
    }

    it("a broadening whose lines do not open far enough", () => {
      assert.deepStrictEqual(patternsIn(trendLines, BROADENING.example, { convergence: 0.5 }), ["BROADENING"])
      assert.deepStrictEqual(patternsIn(trendLines, BROADENING.example, { convergence: 0.1 }), [])
    })

    it("four turns", () => {
      const candles = examplePath([...ascending.slice(0, 5), [85, 113]])
      assert.deepStrictEqual(found(candles), [])
    })

    it("highs on a steep line that are not each below the one before", () => {
      const lowered = symmetrical.map(([candle, price]): Waypoint => [candle, candle === 68 ? 109.9 : price])
      const raised = symmetrical.map(([candle, price]): Waypoint => [candle, candle === 68 ? 114.2 : price])
      for (const turns of [lowered, raised]) {
        assert.deepStrictEqual(found(examplePath([...turns, [97, 105]]), { toleranceAtr: 3 }), [])
      }
    })
  })

  it("are not left by a wick, nor by a close on the line", () => {
    const inside = ASCENDING_TRIANGLE.example.slice(0, -1)
    const touch: ExampleCandle = [112, 113, 111.8, 112.2]
    const beyond: ExampleCandle = [112, 113, 111.8, 112.21]
    assert.deepStrictEqual(found([...inside, touch]), [])
    assert.deepStrictEqual(found([...inside, beyond]), [[inside.length, "ASCENDING_TRIANGLE", "bullish"]])
  })

  it("are not left by a falling line that comes down on a close which does not rise", () => {
    const inside = SYMMETRICAL_TRIANGLE.example.slice(0, -2)
    const under: ExampleCandle = [109.4, 110.1, 109.2, 109.94]
    const drifting: ExampleCandle = [109.94, 110.1, 109.7, 109.93]
    const rising: ExampleCandle = [109.94, 110.1, 109.7, 109.95]
    assert.deepStrictEqual(found([...inside, under, drifting]), [])
    assert.deepStrictEqual(found([...inside, under, rising]), [[99, "SYMMETRICAL_TRIANGLE", "bullish"]])
  })

  it("are left once, however often price comes back to them", () => {
    const candles = goingOn(ASCENDING_TRIANGLE.example, [112.1, 112.6, 112.15, 112.8, 113.4])
    assert.deepStrictEqual(found(candles), [[98, "ASCENDING_TRIANGLE", "bullish"]])
  })

  it("are not left upwards by a rising wedge", () => {
    const turns: ReadonlyArray<Waypoint> = [
      [0, 110],
      [40, 101],
      [52, 107],
      [62, 103.6],
      [74, 108.9],
      [84, 106.6],
      [96, 114]
    ]
    assert.deepStrictEqual(found(examplePath(turns)), [])
    assert.deepStrictEqual(found(RISING_WEDGE.example), [[91, "RISING_WEDGE", "bearish"]])
  })

  it("lead as far as they are apart, and a wedge to where it began", () => {
    const metadataOf = (example: ReadonlyArray<ExampleCandle>) =>
      findsOf(trendLines, exampleCandles(example))[0]?.[1].metadata ?? {}
    const rectangle = metadataOf(RECTANGLE.example)
    assert.approximately(Number(rectangle["target"]), 110.2 + (110.2 - 103.83), 0.01)
    assert.approximately(Number(rectangle["opposite_level"]), 103.83, 0.01)
    assert.strictEqual(rectangle["touches"], 6)
    assert.strictEqual(rectangle["usual_way"], true)
    assert.approximately(Number(metadataOf(RISING_WEDGE.example)["target"]), 102.8, 1e-9)
  })

  it("are worth more when price goes the usual way", () => {
    const [up, down] = [ASCENDING_TRIANGLE.example, examplePath([...ascending, [94, 109], [96, 107.5]])].map(
      (example) => detectionsOf(trendLines, exampleCandles(example), { explains: "matches" }).at(-1)?.explanation
    )
    const usual = "price goes the way it usually goes"
    assert.strictEqual(up?.find(({ rule }) => rule === usual)?.score, 0.15)
    assert.strictEqual(down?.find(({ rule }) => rule === usual)?.score, 0)
  })

  it("are drawn from the first turn to the breakout, with the turns and the target", () => {
    const [detection] = detectionsOf(trendLines, exampleCandles(RECTANGLE.example), { annotates: true })
    const labels = detection?.annotations?.map(({ label }) => label)
    const turns = ["low", "high", "low", "high", "low"]
    assert.deepStrictEqual(labels, [...turns, "upper line", "lower line", "breakout level", "target"])
  })

  it("are reported, if asked for, when their last turn is known and price is still between them", () => {
    const finds = findsOf(trendLines, exampleCandles(ASCENDING_TRIANGLE.example), { reported: "completion" })
    assert.deepStrictEqual(
      finds.map(([, { direction, pattern }]) => [pattern, direction]),
      [
        ["ASCENDING_TRIANGLE", "bullish"],
        ["ASCENDING_TRIANGLE", "bullish"]
      ]
    )
    for (const [candle, { metadata, price }] of finds) {
      assert.isBelow(candle, 98)
      assert.isBelow(price, Number(metadata?.["breakout_level"]))
      assert.isAbove(price, Number(metadata?.["opposite_level"]))
    }
  })
})

describe("the table of shapes of two lines", () => {
  it("has no two shapes with lines of the same courses", () => {
    assert.strictEqual(new Set(lineShapes.map(({ lower, upper }) => `${upper} ${lower}`)).size, lineShapes.length)
  })

  it("names a shape by the market as it is, from whichever side it is seen", () => {
    assert.strictEqual(lineShapeOf("flat", "rising", 1)?.pattern, "ASCENDING_TRIANGLE")
    assert.strictEqual(lineShapeOf("flat", "rising", -1)?.pattern, "DESCENDING_TRIANGLE")
    assert.strictEqual(lineShapeOf("rising", "rising", -1)?.pattern, "FALLING_WEDGE")
    assert.strictEqual(lineShapeOf("rising", "flat", 1), undefined)
  })
})
