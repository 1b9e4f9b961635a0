import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Result, Schema } from "effect"

import type { Candle } from "../../src/domain/Candle.ts"
import type { Match } from "../../src/domain/Match.ts"
import type { SymbolPipeline } from "../../src/pipeline/SymbolPipeline.ts"
import { defineDetector, noMatch } from "../../src/plugin/defineDetector.ts"
import { defineFeature } from "../../src/plugin/defineFeature.ts"
import { defineGate } from "../../src/plugin/defineGate.ts"
import { price, whole } from "../support/arbitraries.ts"
import { candleAt, minute } from "../support/candles.ts"
import { matchOf, pipelineOf } from "../support/pipeline.ts"

const mean = defineFeature({
  name: "mean",
  version: "1.0.0",
  summary: "Mean of all closes",
  warmUp: 1,
  state: { init: () => ({ sum: 0, count: 0 }), schema: Schema.Struct({ sum: Schema.Finite, count: Schema.Int }) },
  update: (state, window) => {
    state.sum += window.close(0)
    state.count++
  },
  reading: (state) => ({
    get value() {
      return state().sum / state().count
    }
  })
})

/** Remembers, reads a feature, and looks at a higher interval. */
const everything = defineDetector({
  name: "everything",
  version: "1.0.0",
  summary: "Every third close above the mean and the close of the newest five minutes",
  emits: ["SEEN"],
  params: Schema.Struct({}),
  history: 2,
  warmUp: 1,
  intervals: ["1m"],
  features: { mean },
  higher: { "5m": 1 },
  state: { init: () => ({ above: 0 }), schema: Schema.Struct({ above: Schema.Int }) },
  detect: (window, state, _params, { features, higher }): ReadonlyArray<Match<"SEEN">> => {
    if (!(window.close(0) > features.mean.value && window.close(0) > higher["5m"].close(0))) return noMatch
    state.above++
    return state.above % 3 === 0 ? [matchOf(window, { metadata: { above: state.above } })] : noMatch
  }
})

const settings = { cooldownMillis: 7 * minute }

const series = Arbitrary.map(
  Arbitrary.array(Arbitrary.all([price, whole(1, 4)]), { maxLength: 80 }),
  (steps): ReadonlyArray<Candle> => {
    let minutes = 0
    return steps.map(([close, step]) => candleAt((minutes += step), { close, gap: step - 1 }))
  }
)

const restored = (pipeline: SymbolPipeline): SymbolPipeline => {
  const next = pipelineOf([everything], settings)
  next.restore(JSON.parse(JSON.stringify(pipeline.snapshot())))
  return next
}

describe("a pipeline that is taken down and put up again", () => {
  it.prop(
    "after every candle decides as one that was not",
    [series],
    ([candles]) => {
      const steady = pipelineOf([everything], settings)
      let interrupted = pipelineOf([everything], settings)
      for (const candle of candles) {
        interrupted = restored(interrupted)
        assert.deepStrictEqual(interrupted.onCandle(candle), steady.onCandle(candle))
      }
    },
    { arbitrary: { runs: 100 } }
  )

  it("does find something in such candles", () => {
    const pipeline = restored(pipelineOf([everything], settings))
    const found = Array.from({ length: 60 }, (_, at) => pipeline.onCandle(candleAt(at, { close: 1 + at })).decisions)
    assert.isAbove(found.flat().length, 5)
  })

  it("begins anew with what is not in the snapshot, and makes features again from the candles held", () => {
    const recomputed = defineFeature({
      name: "newest",
      version: "1.0.0",
      summary: "The newest close, which does not survive",
      warmUp: 1,
      state: { init: () => ({ close: Number.NaN }) },
      update: (state, window) => {
        state.close = window.close(0)
      },
      reading: (state) => ({
        get value() {
          return state().close
        }
      })
    })
    const read: Array<number> = []
    const reader = defineDetector({
      name: "reader",
      version: "1.0.0",
      summary: "Reads",
      emits: ["SEEN"],
      params: Schema.Struct({}),
      history: 3,
      features: { recomputed },
      state: { init: () => ({ calls: 0 }) },
      detect: (_window, state, _params, { features }) => {
        state.calls++
        read.push(features.recomputed.value, state.calls)
        return noMatch
      }
    })
    const first = pipelineOf([reader])
    for (let at = 0; at < 4; at++) first.onCandle(candleAt(at, { close: at }))
    const second = pipelineOf([reader])
    second.restore(first.snapshot())
    second.onCandle(candleAt(4, { close: 4 }))
    assert.deepStrictEqual(read, [2, 1, 3, 2, 4, 1])
  })
})

describe("a part whose state does not fit its schema", () => {
  const fields = {
    version: "1.0.0",
    summary: "Forgets that its schema says a number",
    warmUp: 1,
    state: { init: () => ({ last: 0 }), schema: Schema.Struct({ last: Schema.mutableKey(Schema.Finite) }) }
  }
  const broken = defineFeature({
    ...fields,
    name: "broken",
    update: (state, window) => {
      state.last = window.close(0) / 0
    },
    reading: (state) => ({
      get last() {
        return state().last
      }
    })
  })
  const reader = defineDetector({
    ...fields,
    name: "reader",
    emits: ["SEEN"],
    params: Schema.Struct({}),
    history: 1,
    features: { broken },
    detect: (window, state) => {
      state.last = Number.NaN
      return [matchOf(window)]
    }
  })
  const counting = defineDetector({
    ...fields,
    name: "counting",
    emits: ["SEEN"],
    params: Schema.Struct({}),
    history: 1,
    detect: (window, state) => [matchOf(window, { metadata: { calls: ++state.last } })]
  })
  const gate = Result.getOrThrow(
    defineGate({
      ...fields,
      name: "broken",
      reasons: ["broken"],
      params: Schema.Struct({}),
      decide: (_detection, state) => {
        state.last = Number.NaN
        return undefined
      }
    }).configure({})
  )

  it("is at fault at the next candle, and does not cost what the others remember", () => {
    const pipeline = pipelineOf([reader, counting], { gates: [gate] })
    assert.deepStrictEqual(pipeline.onCandle(candleAt(0)).faults, [])
    const snapshot = JSON.parse(JSON.stringify(pipeline.snapshot()))
    const { faults } = pipeline.onCandle(candleAt(1))
    assert.deepStrictEqual(
      faults.map(({ kind, part, problem }) => [kind, part, /^threw SchemaError.* in its snapshot$/s.test(problem)]),
      [
        ["detector", "reader@1.0.0", true],
        ["feature", "broken@1.0.0", true],
        ["gate", "broken@1.0.0", true]
      ]
    )
    const next = pipelineOf([reader, counting], { gates: [gate] })
    next.restore(snapshot)
    const { decisions } = next.onCandle(candleAt(1))
    assert.deepStrictEqual(
      decisions.map(({ detection }) => detection.metadata),
      [{}, { calls: 2 }]
    )
  })
})
