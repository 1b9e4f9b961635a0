import { assert, describe, it } from "@effect/vitest"
import { Effect, Result, Schema } from "effect"

import { intervalMillis } from "../../src/domain/Interval.ts"
import { makePipelinePlan, starvedDetectors } from "../../src/pipeline/PipelinePlan.ts"
import { defineDetector, noMatch } from "../../src/plugin/defineDetector.ts"
import { detectorOf } from "../support/pipeline.ts"

const configurable = defineDetector({
  name: "configurable",
  version: "2.0.0",
  summary: "Nothing",
  emits: ["SEEN"],
  params: Schema.Struct({ length: Schema.Int.pipe(Schema.withDecodingDefaultKey(Effect.succeed(3))) }),
  history: ({ length }) => length,
  detect: () => noMatch
})

describe("makePipelinePlan", () => {
  it("gives each detector the params under its name", () => {
    const plan = Result.getOrThrow(
      makePipelinePlan([detectorOf(() => []), configurable], { params: { configurable: { length: 7 } } })
    )
    assert.deepStrictEqual(
      plan.detectors.map(({ history, id }) => [id, history]),
      [
        ["made-up@1.0.0", 1],
        ["configurable@2.0.0", 7]
      ]
    )
  })

  it("fails when the params of a detector do not fit", () => {
    const plan = makePipelinePlan([configurable], { params: { configurable: { length: "long" } } })
    assert.strictEqual(Result.isFailure(plan) ? plan.failure.detector : undefined, "configurable")
  })

  it("fails when there are params for a detector that is not loaded", () => {
    const plan = makePipelinePlan([configurable], { params: { configurabel: {} } })
    assert.strictEqual(Result.isFailure(plan) ? plan.failure.detector : undefined, "configurabel")
  })

  it("names the detectors that need more candles than are kept", () => {
    const plan = Result.getOrThrow(makePipelinePlan([configurable], { lookback: 2 }))
    assert.deepStrictEqual(
      starvedDetectors(plan).map(({ name }) => name),
      ["configurable"]
    )
    assert.deepStrictEqual(starvedDetectors(Result.getOrThrow(makePipelinePlan([configurable], { lookback: 3 }))), [])
  })

  it("knows the length of the interval chosen", () => {
    const plan = Result.getOrThrow(makePipelinePlan([], { interval: "15m" }))
    assert.strictEqual(plan.intervalMillis, 900_000)
    assert.deepStrictEqual(intervalMillis, { "1m": 60e3, "5m": 300e3, "15m": 900e3, "1h": 3600e3, "1d": 86_400e3 })
  })
})
