import { assert, describe, it } from "@effect/vitest"
import { Effect, Result, Schema } from "effect"

import { CandleRing } from "../../src/candles/CandleRing.ts"
import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { defineDetector, noMatch } from "../../src/plugin/defineDetector.ts"
import { candleAt } from "../support/candles.ts"

const threeUp = defineDetector({
  name: "three-up",
  version: "1.2.3",
  summary: "Three rising closes in a row",
  emits: ["THREE_UP"],
  params: Schema.Struct({
    minimumGain: Schema.Finite.pipe(Schema.withDecodingDefaultKey(Effect.succeed(0))),
    candles: Schema.Int.pipe(Schema.withDecodingDefaultKey(Effect.succeed(3)))
  }),
  history: ({ candles }) => candles + 1,
  warmUp: ({ candles }) => candles,
  detect: (window, _state, { minimumGain }) => {
    const gain = window.close(0) / window.close(2) - 1
    if (!(window.close(0) > window.close(1) && window.close(1) > window.close(2) && gain > minimumGain)) return noMatch
    return [
      {
        pattern: "THREE_UP",
        direction: "bullish",
        confidence: 0.7,
        trigger: 0,
        price: window.close(0),
        anchors: [2, 0],
        metadata: { gain }
      }
    ]
  }
})

const configured = (settings: unknown) => Result.getOrThrow(threeUp.configure(settings))

const problemOf = (settings: unknown): string => {
  const result = threeUp.configure(settings)
  return Result.isFailure(result) ? result.failure.message : "no problem"
}

const rising = new CandleRing(3)
for (const close of [1, 2, 3]) rising.push(candleAt(close, { close }))

const matchesWith = (settings: unknown) => {
  const detector = configured(settings)
  return detector.on === "candle" ? detector.start().detect(rising.view, context) : []
}

const context = { symbol: StockSymbol.make("LOOP"), interval: "1m", features: {}, higher: {} } as const

describe("a detector", () => {
  it("says what it is", () => {
    assert.deepInclude(threeUp, {
      name: "three-up",
      version: "1.2.3",
      summary: "Three rising closes in a row",
      emits: ["THREE_UP"]
    })
    assert.strictEqual(configured({}).id, "three-up@1.2.3")
    assert.deepStrictEqual([...configured({}).emits], ["THREE_UP"])
  })

  it("has the defaults of its params when nothing is set", () => {
    assert.strictEqual(configured({}).canonicalParams, '{"candles":3,"minimumGain":0}')
  })

  it("gets the params that are set", () => {
    assert.lengthOf(matchesWith({}), 1)
    assert.lengthOf(matchesWith({ minimumGain: 5 }), 0)
  })

  it("derives history and warm-up from its params", () => {
    const { history, warmUp } = configured({ candles: 8 })
    assert.deepStrictEqual([history, warmUp], [9, 8])
  })

  it("warms up for its whole history when it does not say", () => {
    const detector = defineDetector({
      name: "plain",
      version: "1.0.0",
      summary: "Nothing",
      emits: ["SEEN"],
      params: Schema.Struct({}),
      history: 7,
      detect: () => noMatch
    })
    assert.strictEqual(Result.getOrThrow(detector.configure({})).warmUp, 7)
  })

  it("has the same canonical params for equal params, nested ones too, in whatever order they are set", () => {
    const nested = defineDetector({
      name: "nested",
      version: "1.0.0",
      summary: "Nothing",
      emits: ["SEEN"],
      params: Schema.Struct({ limits: Schema.Record(Schema.String, Schema.Finite) }),
      history: 1,
      detect: () => noMatch
    })
    const one = Result.getOrThrow(nested.configure({ limits: { b: 1, a: 2 } }))
    const other = Result.getOrThrow(nested.configure({ limits: { a: 2, b: 1 } }))
    assert.strictEqual(one.canonicalParams, '{"limits":{"a":2,"b":1}}')
    assert.strictEqual(other.canonicalParams, one.canonicalParams)
  })
})

describe("a detector refuses", () => {
  it("a param of the wrong type, naming detector and param", () => {
    assert.match(problemOf({ minimumGain: "much" }), /^three-up: minimumGain: /)
  })

  it("a param that it does not know, naming it", () => {
    assert.match(problemOf({ minimumgain: 1 }), /minimumgain: /)
  })

  it("anything when it has no params", () => {
    const plain = defineDetector({
      name: "plain",
      version: "1.0.0",
      summary: "Nothing to set",
      emits: ["SEEN"],
      params: Schema.Struct({}),
      history: 1,
      detect: () => noMatch
    })
    assert.isTrue(Result.isSuccess(plain.configure({})))
    const refused = plain.configure({ length: 3 })
    assert.deepStrictEqual(Result.isFailure(refused) && refused.failure.problems, ["length: there is no such param"])
  })

  it("several faults at once, naming all", () => {
    const problem = problemOf({ minimumGain: "much", candles: 1.5 })
    assert.match(problem, /minimumGain: /)
    assert.match(problem, /candles: /)
  })

  it("settings that are no object", () => {
    assert.match(problemOf(5), /^three-up: /)
  })

  it("a pattern that it does not declare, at compile time", () => {
    const emitting = defineDetector({
      name: "undeclared",
      version: "1.0.0",
      summary: "Emits what it does not declare",
      emits: ["DECLARED"],
      params: Schema.Struct({}),
      history: 1,
      detect: (window) => [
        {
          // @ts-expect-error - it is not among the patterns of `emits`
          pattern: "UNDECLARED",
          direction: "neutral",
          confidence: 1,
          trigger: 0,
          price: window.close(0),
          anchors: [0],
          metadata: {}
        }
      ]
    })
    assert.deepStrictEqual(emitting.emits, ["DECLARED"])
  })
})
