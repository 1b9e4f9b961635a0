import { assert, describe, it } from "@effect/vitest"
import { Effect, Result, Schema } from "effect"

import { type Interval, intervalMillis } from "../../src/domain/Interval.ts"
import { idleDetectors, makePipelinePlan } from "../../src/pipeline/PipelinePlan.ts"
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

const quarterly = {
  name: "quarterly",
  version: "1.0.0",
  summary: "Nothing",
  emits: ["SEEN"],
  params: Schema.Struct({}),
  history: 1,
  intervals: ["15m"],
  detect: () => noMatch
} as const

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
    assert.strictEqual(Result.isFailure(plan) ? plan.failure.part : undefined, "configurable")
  })

  it("fails when there are params for a detector that is not loaded", () => {
    const plan = makePipelinePlan([configurable], { params: { configurabel: {} } })
    assert.strictEqual(Result.isFailure(plan) ? plan.failure.part : undefined, "configurabel")
  })

  it("keeps as many candles as the detector that looks furthest back may see", () => {
    const capacity = (lookback: number) =>
      Result.getOrThrow(makePipelinePlan([configurable, detectorOf(() => [], { history: 9, warmUp: 2 })], { lookback }))
        .lanes[0].capacity
    assert.deepStrictEqual([capacity(50), capacity(5), capacity(1)], [9, 5, 3])
  })

  it("names the detectors that look at shorter candles than come in", () => {
    const minutes = defineDetector({ ...quarterly, name: "minutes", intervals: ["1m"] })
    const idle = (interval: Interval) =>
      idleDetectors(Result.getOrThrow(makePipelinePlan([minutes, configurable], { interval }))).map(({ name }) => name)
    assert.deepStrictEqual(idle("1m"), [])
    assert.deepStrictEqual(idle("1h"), ["minutes"])
  })

  it("has a lane for every interval that somebody looks at, low to high", () => {
    const hours = defineDetector({ ...quarterly, name: "hours", higher: { "1h": 3 } })
    const plan = Result.getOrThrow(makePipelinePlan([hours, defineDetector(quarterly)]))
    assert.deepStrictEqual(
      plan.lanes.map(({ capacity, interval }) => [interval, capacity]),
      [
        ["1m", 1],
        ["15m", 1],
        ["1h", 3]
      ]
    )
  })

  it("fails when a detector looks at candles as higher ones that are not", () => {
    const plan = makePipelinePlan([defineDetector({ ...quarterly, higher: { "5m": 3 } })])
    assert.match(Result.isFailure(plan) ? plan.failure.message : "", /^quarterly: .*15m.*5m, which are not higher$/)
  })

  it("fails when a history that depends on params is no number of candles", () => {
    const plan = makePipelinePlan([configurable], { params: { configurable: { length: 0 } } })
    assert.match(Result.isFailure(plan) ? plan.failure.message : "", /history is 0; expected a whole number of candles/)
  })

  it("knows the length of the interval chosen", () => {
    const plan = Result.getOrThrow(makePipelinePlan([], { interval: "15m" }))
    assert.strictEqual(plan.lanes[0].intervalMillis, 900_000)
    assert.deepStrictEqual(intervalMillis, { "1m": 60e3, "5m": 300e3, "15m": 900e3, "1h": 3600e3, "1d": 86_400e3 })
  })
})
