import { assert, describe, it } from "@effect/vitest"
import { epochMillis } from "@mjolnir/core"
import { detectionsOf, matchesOf } from "@mjolnir/core/testing"
import { Result } from "effect"

import { candlestick } from "../../src/candlestick/candlestick.ts"
import { patternDescriptions } from "../../src/candlestick/patternDescriptions.ts"
import { foundLast } from "./foundPatterns.ts"
import { candlesOf } from "./SeriesWindow.ts"

const morningStar = patternDescriptions.CDLMORNINGSTAR.example

describe("the settings of the candlestick detector", () => {
  it("limit it to some patterns", () => {
    assert.isAbove(foundLast(morningStar).length, 1)
    assert.deepStrictEqual(foundLast(morningStar, { patterns: ["CDLMORNINGSTAR"] }), ["CDLMORNINGSTAR 100"])
  })

  const penetrations = [
    ["CDLABANDONEDBABY -100", "abandonedBabyPenetration"],
    ["CDLDARKCLOUDCOVER -100", "darkCloudCoverPenetration"],
    ["CDLEVENINGDOJISTAR -100", "eveningDojiStarPenetration"],
    ["CDLEVENINGSTAR -100", "eveningStarPenetration"],
    ["CDLMORNINGDOJISTAR 100", "morningDojiStarPenetration"],
    ["CDLMORNINGSTAR 100", "morningStarPenetration"]
  ] as const
  for (const [found, param] of penetrations) {
    it(`ask for more than the example of ${found} has by ${param}`, () => {
      const example = Object.entries(patternDescriptions).find(([id]) => found.startsWith(`${id} `))?.[1].example ?? []
      assert.include(foundLast(example, { [param]: 0.1 }), found)
      assert.notInclude(foundLast(example, { [param]: 0.95 }), found)
    })
  }

  it("let a mat hold reach less far down by matHoldPenetration", () => {
    const { example } = patternDescriptions.CDLMATHOLD
    assert.include(foundLast(example, { matHoldPenetration: 0.3 }), "CDLMATHOLD 100")
    assert.notInclude(foundLast(example, { matHoldPenetration: 0.2 }), "CDLMATHOLD 100")
  })

  it("are refused when they name no pattern, an unknown one, or a negative share", () => {
    for (const settings of [{ patterns: [] }, { patterns: ["CDLNONE"] }, { morningStarPenetration: -0.1 }]) {
      assert.isTrue(Result.isFailure(candlestick.configure(settings)), JSON.stringify(settings))
    }
  })
})

describe("a match of the candlestick detector", () => {
  const last = (pattern: keyof typeof patternDescriptions) =>
    matchesOf(candlestick, candlesOf(patternDescriptions[pattern].example))
      .at(-1)
      ?.find((match) => match.pattern === pattern)

  it("goes by the sign of TA-Lib's value, from the pattern's first candle to the newest", () => {
    assert.deepStrictEqual(last("CDLMORNINGSTAR"), {
      pattern: "CDLMORNINGSTAR",
      direction: "bullish",
      confidence: 0.8,
      trigger: 0,
      price: 99,
      anchors: [2, 0],
      metadata: { value: 100 }
    })
    assert.strictEqual(last("CDLEVENINGSTAR")?.direction, "bearish")
    assert.deepStrictEqual(last("CDLHAMMER")?.anchors, [0])
    assert.deepStrictEqual(last("CDLHIKKAKEMOD")?.anchors, [3, 0])
  })

  it("has a confidence for each size of the value", () => {
    const engulfing = (top: number) =>
      matchesOf(
        candlestick,
        candlesOf([
          [100, 101, 99, 100.5],
          [100, 100.3, 98.8, 99],
          [98.7, 101, 98.5, top]
        ])
      )
        .at(-1)
        ?.find(({ pattern }) => pattern === "CDLENGULFING")
    assert.strictEqual(engulfing(100.1)?.confidence, 0.8)
    assert.strictEqual(engulfing(100)?.confidence, 0.64)
    const hikkake = matchesOf(
      candlestick,
      candlesOf([...patternDescriptions.CDLHIKKAKE.example, [100, 102, 99, 101.5]])
    )
      .at(-1)
      ?.find(({ pattern }) => pattern === "CDLHIKKAKE")
    assert.strictEqual(hikkake?.confidence, 1)
    assert.deepStrictEqual(hikkake?.anchors, [3, 0])
  })

  it("is drawn as a zone around its candles, and its one rule gives the confidence", () => {
    const [detection] = detectionsOf(candlestick, candlesOf(morningStar), {
      settings: { patterns: ["CDLMORNINGSTAR"] },
      annotates: true,
      explains: "matches"
    })
    const { annotations, explanation } = { ...detection }
    assert.deepStrictEqual(annotations, [
      {
        kind: "zone",
        label: "CDLMORNINGSTAR",
        from: epochMillis(14 * 60_000),
        to: epochMillis(16 * 60_000),
        low: 94.6,
        high: 100.3
      }
    ])
    assert.deepStrictEqual(explanation, [
      { rule: "size of what TA-Lib's function returns", value: 100, threshold: 80, score: 0.8 }
    ])
  })
})
