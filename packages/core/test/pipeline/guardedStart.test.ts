import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"

import { defineDetector, noMatch } from "../../src/plugin/defineDetector.ts"
import { defineFeature } from "../../src/plugin/defineFeature.ts"
import { defineGate } from "../../src/plugin/defineGate.ts"
import { candleAt } from "../support/candles.ts"
import { detectorOf, matchOf, pipelineOf, run, verdictOf } from "../support/pipeline.ts"

const broken = () => {
  throw new Error("no state")
}

const base = {
  version: "1.0.0",
  summary: "Whatever the test wants",
  emits: ["SEEN"],
  params: Schema.Struct({}),
  history: 1
} as const

const good = detectorOf((window) => [matchOf(window)], { name: "good" })

describe("a part whose state cannot be made", () => {
  it("fails as a detector at every call until its breaker opens, and the others go on", () => {
    const detector = defineDetector({ ...base, name: "bad", state: { init: broken }, detect: () => noMatch })
    const candles = [0, 1, 2, 3, 4].map((minutes) => candleAt(minutes))
    const { decisions, faults } = run(pipelineOf([detector, good]), candles)
    assert.deepStrictEqual(
      faults.map(({ part, problem, suspended }) => [part, problem, suspended]),
      [false, false, true].map((suspended) => ["bad@1.0.0", "threw Error: no state", suspended])
    )
    assert.lengthOf(decisions, 5)
  })

  it("fails as a feature at every candle, and the others go on", () => {
    const feature = defineFeature({
      name: "bad",
      version: "1.0.0",
      summary: "Cannot begin",
      warmUp: 1,
      state: { init: broken },
      update: () => {},
      reading: () => ({ value: 1 })
    })
    const reader = defineDetector({ ...base, name: "reader", features: { feature }, detect: () => noMatch })
    const { decisions, faults } = run(pipelineOf([reader, good]), [candleAt(0)])
    assert.deepStrictEqual(
      faults.map(({ kind, problem }) => [kind, problem]),
      [["feature", "threw Error: no state"]]
    )
    assert.lengthOf(decisions, 1)
  })

  it("fails as a gate at every detection, which passes all the same", () => {
    const gate = Result.getOrThrow(
      defineGate({
        name: "bad",
        version: "1.0.0",
        summary: "Cannot begin",
        reasons: ["bad"],
        params: Schema.Struct({}),
        state: { init: broken },
        decide: () => undefined
      }).configure({})
    )
    const { decisions, faults } = run(pipelineOf([good], { gates: [gate] }), [candleAt(0)])
    assert.deepStrictEqual(decisions.map(verdictOf), ["published"])
    assert.lengthOf(faults, 1)
  })
})

describe("a state that is promised", () => {
  it("is none, and its detector fails at every call until its breaker opens", () => {
    const detector = defineDetector({
      ...base,
      name: "bad",
      state: { init: async () => ({ calls: 0 }) },
      detect: (window) => [matchOf(window)]
    })
    const { decisions, faults } = run(pipelineOf([detector, good]), [candleAt(0)])
    assert.deepStrictEqual(
      faults.map(({ problem }) => problem),
      ["threw TypeError: state.init returned a promise, but must answer at once: it cannot be async"]
    )
    assert.lengthOf(decisions, 1)
  })
})

describe("a snapshot that a part does not take", () => {
  it("lets that part begin anew", () => {
    const counting = defineDetector({
      ...base,
      name: "counting",
      state: { init: () => ({ calls: 0 }), schema: Schema.Struct({ calls: Schema.Int }) },
      detect: (window, state) => {
        state.calls++
        return [matchOf(window, { metadata: { calls: state.calls } })]
      }
    })
    const first = pipelineOf([counting])
    first.onCandle(candleAt(0))
    const snapshot = JSON.parse(JSON.stringify(first.snapshot()).replace('"calls":1', '"calls":"many"'))
    const second = pipelineOf([counting])
    second.restore(snapshot)
    const [decision] = second.onCandle(candleAt(1)).decisions
    assert.deepStrictEqual(decision?.detection.metadata, { calls: 1 })
  })
})

describe("the params of a detector", () => {
  it("are shared by all symbols and cannot be changed by it", () => {
    const greedy = defineDetector({
      ...base,
      name: "greedy",
      params: Schema.Struct({ limits: Schema.Struct({ most: Schema.Finite }) }),
      detect: (_window, _state, { limits }) => {
        Object.assign(limits, { most: 9 })
        return noMatch
      }
    })
    const pipeline = pipelineOf([greedy], { params: { greedy: { limits: { most: 1 } } } })
    assert.match(run(pipeline, [candleAt(0)]).faults[0]?.problem ?? "", /^threw TypeError: Cannot assign to read only/)
  })
})
