import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { type Candle } from "../../src/domain/Candle.ts"
import type { Interval } from "../../src/domain/Interval.ts"
import { defineDetector, type Detector, noMatch } from "../../src/plugin/defineDetector.ts"
import { defineFeature, onInterval } from "../../src/plugin/defineFeature.ts"
import { candleAt } from "../support/candles.ts"
import { matchOf, pipelineOf, run } from "../support/pipeline.ts"

const base = {
  version: "1.0.0",
  summary: "Whatever the test wants",
  emits: ["SEEN"],
  params: Schema.Struct({}),
  history: 1
} as const

/** Matches every candle of an interval. */
const every = (interval: Interval): Detector =>
  defineDetector({ ...base, name: `every-${interval}`, intervals: [interval], detect: (window) => [matchOf(window)] })

const minutes = (...times: ReadonlyArray<number>): ReadonlyArray<Candle> =>
  times.map((time) => candleAt(time, { close: time + 1 }))

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

const clock = (time: number) => new Date(time).toISOString().slice(11, 16)

describe("a detector of a higher interval", () => {
  it("is called when that candle closes, with its prices, interval and times", () => {
    const { decisions } = run(pipelineOf([every("5m")]), minutes(...range(0, 11)))
    assert.deepStrictEqual(
      decisions.map(({ detection }) => [
        detection.interval,
        clock(detection.time),
        clock(detection.confirmedAt),
        detection.triggerPrice
      ]),
      [
        ["5m", "13:30", "13:35", 5],
        ["5m", "13:35", "13:40", 10]
      ]
    )
  })

  it("is called after those of lower ones, when candles close together", () => {
    const { decisions } = run(pipelineOf([every("1h"), every("5m"), every("1m")]), minutes(29))
    assert.deepStrictEqual(
      decisions.map(({ detection }) => detection.interval),
      ["1m", "5m", "1h"]
    )
  })

  it("does not wait for a candle that ended without its last minute, once there is a later one", () => {
    const pipeline = pipelineOf([every("5m"), every("15m"), every("1m")])
    run(pipeline, minutes(0, 1))
    const { decisions } = pipeline.onCandle(candleAt(60))
    assert.deepStrictEqual(
      decisions.map(({ detection }) => [detection.interval, clock(detection.confirmedAt)]),
      [
        ["5m", "13:35"],
        ["15m", "13:45"],
        ["1m", "14:31"]
      ]
    )
  })

  it("nor for a later candle, when the time is said to be over", () => {
    const pipeline = pipelineOf([every("5m"), every("1h")])
    run(pipeline, minutes(0, 1))
    const ended = (minute: number) =>
      pipeline.closeUpTo(candleAt(minute).time).decisions.map(({ detection }) => detection.interval)
    assert.deepStrictEqual(ended(4), [])
    assert.deepStrictEqual(ended(5), ["5m"])
    assert.deepStrictEqual(ended(5), [])
    assert.deepStrictEqual(ended(30), ["1h"])
  })
})

describe("a candle that comes after its higher candle was closed, though it should not", () => {
  it("is told of once itself, and the higher one not again", () => {
    const pipeline = pipelineOf([every("5m"), every("1m")])
    run(pipeline, minutes(0, 1))
    const told = [pipeline.closeUpTo(candleAt(5).time), pipeline.onCandle(candleAt(4)), pipeline.onCandle(candleAt(5))]
    assert.deepStrictEqual(
      told.map(({ decisions }) => decisions.map(({ detection }) => detection.interval)),
      [["5m"], ["1m"], ["1m"]]
    )
  })
})

describe("a detector that looks at higher candles beside its own", () => {
  const seen: Array<string> = []
  const spy = defineDetector({
    ...base,
    name: "spy",
    higher: { "5m": 2, "15m": 1 },
    detect: (window, _state, _params, { higher }) => {
      const newest = (interval: "5m" | "15m") => `${clock(higher[interval].time(0))}=${higher[interval].close(0)}`
      seen.push(`${clock(window.time(0))}: ${newest("5m")} of ${higher["5m"].size}, ${newest("15m")}`)
      return noMatch
    }
  })

  it("sees closed ones only, those that close with its own included, and is not called before there are so many", () => {
    seen.length = 0
    run(pipelineOf([spy]), minutes(...range(0, 21)))
    assert.deepStrictEqual(seen, [
      "13:44: 13:40=15 of 2, 13:30=15",
      "13:45: 13:40=15 of 2, 13:30=15",
      "13:46: 13:40=15 of 2, 13:30=15",
      "13:47: 13:40=15 of 2, 13:30=15",
      "13:48: 13:40=15 of 2, 13:30=15",
      "13:49: 13:45=20 of 2, 13:30=15",
      "13:50: 13:45=20 of 2, 13:30=15"
    ])
  })
})

describe("a feature", () => {
  let updates = 0
  const highest = defineFeature({
    name: "highest",
    version: "1.0.0",
    summary: "The highest close so far",
    warmUp: 1,
    state: { init: () => ({ value: Number.NEGATIVE_INFINITY }), schema: Schema.Struct({ value: Schema.Number }) },
    update: (state, window) => {
      updates++
      state.value = Math.max(state.value, window.close(0))
    },
    reading: (state) => ({
      get value() {
        return state().value
      }
    })
  })
  const reader = (name: string, read: Array<number>) =>
    defineDetector({
      ...base,
      name,
      features: { highest },
      detect: (_window, _state, _params, { features }) => {
        read.push(features.highest.value)
        return noMatch
      }
    })

  it("has taken the newest candle when a detector reads it, and is kept once for all detectors", () => {
    updates = 0
    const read: Array<number> = []
    run(pipelineOf([reader("one", read), reader("two", read)]), minutes(1, 5, 6))
    assert.deepStrictEqual(read, [2, 2, 6, 6, 7, 7])
    assert.strictEqual(updates, 3)
  })

  it("of a higher interval follows its closed candles, and holds back the detector until there is one", () => {
    const read: Array<string> = []
    const hourly = defineDetector({
      ...base,
      name: "quarters",
      features: { highest: onInterval("15m", highest) },
      detect: (window, _state, _params, { features }) => {
        read.push(`${clock(window.time(0))} ${features.highest.value}`)
        return noMatch
      }
    })
    run(pipelineOf([hourly]), minutes(13, 14, 15, 29, 30))
    assert.deepStrictEqual(read, ["13:44 15", "13:45 15", "13:59 30", "14:00 30"])
  })

  it("that throws is at fault itself, and the detectors go on", () => {
    const broken = defineFeature({
      name: "broken",
      version: "1.0.0",
      summary: "Throws",
      warmUp: 1,
      state: { init: () => ({}) },
      update: () => {
        throw new Error("out of order")
      },
      reading: () => ({ value: 1 })
    })
    const detector = defineDetector({
      ...base,
      name: "reader",
      features: { broken },
      detect: (window) => [matchOf(window)]
    })
    const { decisions, faults } = run(pipelineOf([detector]), minutes(0))
    assert.lengthOf(decisions, 1)
    assert.deepStrictEqual(
      faults.map(({ kind, part, problem }) => [kind, part, problem]),
      [["feature", "broken@1.0.0", "threw Error: out of order"]]
    )
  })

  it("cannot be put in the place of another by a detector", () => {
    const thief = defineDetector({
      ...base,
      name: "thief",
      features: { highest },
      detect: (_window, _state, _params, context) => {
        Object.assign(context.features, { highest: { value: 0 } })
        return noMatch
      }
    })
    const { faults } = run(pipelineOf([thief]), minutes(0))
    assert.match(faults[0]?.problem ?? "", /^threw TypeError: Cannot assign to read only property/)
  })

  it("cannot be made to read otherwise by a detector", () => {
    const read: Array<number> = []
    const thief = defineDetector({
      ...base,
      name: "thief",
      features: { highest },
      detect: (_window, _state, _params, { features }) => {
        Object.defineProperty(features.highest, "value", { value: 0 })
        return noMatch
      }
    })
    const { faults } = run(pipelineOf([thief, reader("honest", read)]), minutes(0))
    assert.deepStrictEqual(read, [1])
    assert.match(faults[0]?.problem ?? "", /^threw TypeError: Cannot redefine property: value/)
  })

  const odd = (name: string, fields: object) =>
    defineFeature({
      name,
      version: "1.0.0",
      summary: "Whatever the test wants",
      warmUp: 1,
      state: { init: () => ({}) },
      update: () => {},
      reading: () => ({ value: 1 }),
      ...fields
    })
  const problemsOf = (feature: ReturnType<typeof odd>): ReadonlyArray<string> => {
    const detector = defineDetector({ ...base, name: "reads", features: { feature }, detect: () => noMatch })
    return run(pipelineOf([detector]), minutes(0)).faults.map(({ problem }) => problem)
  }

  it("that is async is at fault, for what it promises comes too late", () => {
    assert.deepStrictEqual(problemsOf(odd("async", { update: async () => {} })), [
      "returned a promise, but must answer at once: it cannot be async"
    ])
  })

  it("whose reading is a value is at fault, for a value does not follow the candles", () => {
    assert.deepStrictEqual(problemsOf(odd("value", { reading: () => 7 })), [
      "threw TypeError: its reading is 7, not an object whose getters read the state"
    ])
  })

  it("is not taken for another of the same name that does something else, as two plugins may have", () => {
    const lowest = defineFeature({
      name: "highest",
      version: "1.0.0",
      summary: "The lowest close so far, by the name of the other",
      warmUp: 1,
      state: { init: () => ({ value: Number.POSITIVE_INFINITY }) },
      update: (state, window) => {
        state.value = Math.min(state.value, window.close(0))
      },
      reading: (state) => ({
        get value() {
          return state().value
        }
      })
    })
    const lowestRead: Array<number> = []
    const namesake = defineDetector({
      ...base,
      name: "namesake",
      features: { lowest },
      detect: (_window, _state, _params, { features }) => {
        lowestRead.push(features.lowest.value)
        return noMatch
      }
    })
    const read: Array<number> = []
    run(pipelineOf([namesake, reader("reader", read)]), minutes(1, 5))
    assert.deepStrictEqual(
      [lowestRead, read],
      [
        [2, 2],
        [2, 6]
      ]
    )
  })
})
