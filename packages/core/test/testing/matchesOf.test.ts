import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"

import { line } from "../../src/domain/Annotation.ts"
import { defineDetector, noMatch } from "../../src/plugin/defineDetector.ts"
import { flatCandles } from "../../src/testing/candles/flatCandles.ts"
import { detectionsOf } from "../../src/testing/detectionsOf.ts"
import { DetectorFailed } from "../../src/testing/DetectorFailed.ts"
import { matchesOf } from "../../src/testing/matchesOf.ts"

const params = Schema.Struct({ minimumGain: Schema.Finite.pipe(Schema.withDecodingDefaultKey(Effect.succeed(0))) })

const rise = defineDetector({
  name: "rise",
  version: "1.0.0",
  summary: "A close above the one before",
  emits: ["RISE"],
  params,
  history: 2,
  detect: (window, _state, { minimumGain }) => {
    if (!(window.close(0) - window.close(1) > minimumGain)) return noMatch
    return [
      { pattern: "RISE", direction: "bullish", confidence: 0.1, trigger: 0, price: window.close(0), anchors: [1, 0] }
    ]
  },
  annotate: (_match, window) => [line("rise", [1, window.close(1)], [0, window.close(0)])]
})

const countsOf = (atEach: ReadonlyArray<ReadonlyArray<unknown>>): ReadonlyArray<number> =>
  atEach.map((matches) => matches.length)

describe("matchesOf", () => {
  it("gives what is found at each candle", () => {
    const atEach = matchesOf(rise, flatCandles([10, 11, 13, 13, 14]))
    assert.deepStrictEqual(countsOf(atEach), [0, 1, 1, 0, 1])
    assert.deepInclude(atEach[2]?.[0], { pattern: "RISE", price: 13, anchors: [1, 0] })
  })

  it("configures the detector with the settings", () => {
    assert.deepStrictEqual(countsOf(matchesOf(rise, flatCandles([10, 11, 13]), { minimumGain: 1 })), [0, 0, 1])
    assert.throws(() => matchesOf(rise, flatCandles([10, 11]), { minimumGain: "much" }), "minimumGain")
  })

  it("tells what is found at a higher interval at the candle that completes it", () => {
    const higher = defineDetector({
      name: "five",
      version: "1.0.0",
      summary: "Every candle of five minutes",
      emits: ["FIVE"],
      params: Schema.Struct({}),
      history: 1,
      intervals: ["5m"],
      detect: (window) => [
        { pattern: "FIVE", direction: "neutral", confidence: 1, trigger: 0, price: window.close(0), anchors: [0] }
      ]
    })
    assert.deepStrictEqual(countsOf(matchesOf(higher, flatCandles([1, 2, 3, 4, 5, 6]))), [0, 0, 0, 0, 1, 0])
  })

  it("throws where a host would count a failure", () => {
    const failing = defineDetector({
      name: "failing",
      version: "1.0.0",
      summary: "Throws",
      emits: ["NEVER"],
      params: Schema.Struct({}),
      history: 2,
      detect: () => {
        throw new Error("oh")
      }
    })
    assert.throws(
      () => matchesOf(failing, flatCandles([1, 2])),
      DetectorFailed,
      /^failing@1\.0\.0, at the candle of 2025-07-23T09:31:00\.000Z: .*oh/
    )
  })
})

describe("matchesOf of a detector of ticks", () => {
  it("is refused, for it would find nothing", () => {
    const onTick = defineDetector({
      name: "on-tick",
      version: "1.0.0",
      summary: "Looks at the forming candle",
      emits: ["NEVER"],
      params: Schema.Struct({}),
      history: 1,
      on: "tick",
      detect: () => noMatch
    })
    assert.throws(() => matchesOf(onTick, flatCandles([1])), TypeError, "on-tick looks at ticks")
  })
})

describe("detectionsOf", () => {
  it("gives the detections of all confidences, however close to each other", () => {
    const detections = detectionsOf(rise, flatCandles([10, 11, 12]), {}, { symbol: "AAPL" })
    assert.deepStrictEqual(
      detections.map(({ symbol, time }) => `${symbol} ${new Date(time).toISOString()}`),
      ["AAPL 2025-07-23T09:31:00.000Z", "AAPL 2025-07-23T09:32:00.000Z"]
    )
  })

  it("draws when the host asks for it", () => {
    const annotationsOf = (host: { readonly annotates?: boolean }) =>
      detectionsOf(rise, flatCandles([10, 11]), {}, host).map(({ annotations }) => annotations?.length)
    assert.deepStrictEqual(annotationsOf({ annotates: true }), [1])
    assert.deepStrictEqual(annotationsOf({}), [undefined])
  })
})
