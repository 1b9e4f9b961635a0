import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"

import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { makePipelinePlan } from "../../src/pipeline/PipelinePlan.ts"
import { SymbolPipeline } from "../../src/pipeline/SymbolPipeline.ts"
import { defineDetector, noMatch } from "../../src/plugin/defineDetector.ts"
import { candleAt, minute } from "../support/candles.ts"
import { detectorOf, matchOf, pipelineOf, run } from "../support/pipeline.ts"

/** Throws at the candles whose close is 0 and tells of which it was called. */
const flaky = (calls: Array<number>) =>
  detectorOf((window) => {
    calls.push(window.time(0))
    if (window.close(0) === 0) throw new Error("zero")
    return [matchOf(window)]
  })

const closes = (...prices: ReadonlyArray<number>) => prices.map((close, minutes) => candleAt(minutes, { close }))

const breaker = { afterFailures: 3, firstPauseMillis: 4 * minute, longestPauseMillis: 60 * minute }

describe("a detector that failed again and again", () => {
  it("is tried again after the pause, and is back when that goes well", () => {
    const calls: Array<number> = []
    const { decisions, faults } = run(pipelineOf([flaky(calls)], { breaker }), closes(0, 0, 0, 1, 1, 1, 1, 1))
    assert.lengthOf(faults, 3)
    const first = calls[0] ?? 0
    assert.deepStrictEqual(
      calls.map((time) => (time - first) / minute),
      [0, 1, 2, 6, 7],
      "the third failure is known at the close of its minute, and the pause is four minutes"
    )
    assert.lengthOf(decisions, 2)
  })

  it("stays away for twice as long when the trial fails", () => {
    const calls: Array<number> = []
    run(pipelineOf([flaky(calls)], { breaker }), closes(...Array.from({ length: 30 }, () => 0)))
    const first = calls[0] ?? 0
    assert.deepStrictEqual(
      calls.map((time) => (time - first) / minute),
      [0, 1, 2, 6, 14]
    )
  })

  it("remembers nothing when it comes back, for that may be what made it fail", () => {
    const seen: Array<number> = []
    const poisoned = defineDetector({
      name: "poisoned",
      version: "1.0.0",
      summary: "Fails once it has counted to five",
      emits: ["SEEN"],
      params: Schema.Struct({}),
      history: 1,
      state: { init: () => ({ count: 0 }) },
      detect: (_window, state) => {
        state.count++
        seen.push(state.count)
        if (state.count > 5) throw new Error("too many")
        return noMatch
      }
    })
    run(pipelineOf([poisoned], { breaker }), closes(...Array.from({ length: 14 }, () => 1)))
    assert.deepStrictEqual(seen, [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3])
  })
})

describe("a detector whose state can be made only once", () => {
  it("keeps it when it is to begin anew, and the others go on", () => {
    let made = 0
    const once = defineDetector({
      name: "once",
      version: "1.0.0",
      summary: "Fails always, and cannot begin anew",
      emits: ["SEEN"],
      params: Schema.Struct({}),
      history: 1,
      state: {
        init: () => {
          if (++made > 1) throw new Error("made before")
          return {}
        }
      },
      detect: () => {
        throw new Error("always")
      }
    })
    const good = detectorOf((window) => [matchOf(window)], { name: "good" })
    const { decisions, faults } = run(pipelineOf([once, good], { breaker }), closes(1, 1, 1, 1, 1, 1, 1))
    assert.strictEqual(made, 3, "once to begin, and once each time that it is suspended")
    assert.lengthOf(decisions, 7)
    assert.deepStrictEqual(
      faults.map(({ problem }) => problem),
      Array.from({ length: 4 }, () => "threw Error: always")
    )
  })
})

describe("a detector that fails for every symbol", () => {
  const planOf = (calls: Array<number>) => Result.getOrThrow(makePipelinePlan([flaky(calls)], { breaker }))
  const symbols = Array.from({ length: 40 }, (_, index) => StockSymbol.make(`S${index}`))

  it("is not called at all any more after twenty-five failures in a row, and one call is tried later", () => {
    const calls: Array<number> = []
    const plan = planOf(calls)
    const pipelines = symbols.map((symbol) => new SymbolPipeline(symbol, plan))
    for (const pipeline of pipelines) pipeline.onCandle(candleAt(0, { close: 0 }))
    assert.lengthOf(calls, 25)
    assert.strictEqual(plan.records[0]?.breaker.state, "open")
    for (const pipeline of pipelines) pipeline.onCandle(candleAt(1, { close: 0 }))
    assert.lengthOf(calls, 25)
    for (const pipeline of pipelines) pipeline.onCandle(candleAt(6, { close: 0 }))
    assert.lengthOf(calls, 26, "one probe, which failed")
    for (const pipeline of pipelines) pipeline.onCandle(candleAt(30, { close: 1 }))
    assert.isAbove(calls.length, 60, "a probe went well, so all are called again")
    assert.strictEqual(plan.records[0]?.breaker.state, "closed")
  })

  it("is on record with its last fault and the symbols for which it is suspended", () => {
    const plan = planOf([])
    const [first, second] = symbols.map((symbol) => new SymbolPipeline(symbol, plan))
    for (let at = 0; at < 3; at++) first?.onCandle(candleAt(at, { close: 0 }))
    second?.onCandle(candleAt(3, { close: 0 }))
    const [record] = plan.records
    assert.deepStrictEqual([record?.calls, record?.faults, record?.matches], [4, 4, 0])
    assert.deepStrictEqual([...(record?.suspended ?? [])], ["S0"])
    assert.deepStrictEqual(record?.lastFault, {
      symbol: StockSymbol.make("S1"),
      problem: "threw Error: zero",
      time: candleAt(4).time
    })
  })
})

describe("a detector is on record as suspended for a symbol", () => {
  /** Fails on the given intervals, as long as it does. */
  const failing = (intervals: Set<string>) =>
    defineDetector({
      name: "failing",
      version: "1.0.0",
      summary: "Fails on some intervals",
      emits: ["SEEN"],
      params: Schema.Struct({}),
      history: 1,
      intervals: ["1m", "5m"],
      detect: (_window, _state, _params, { interval }) => {
        if (intervals.has(interval)) throw new Error(interval)
        return noMatch
      }
    })
  const once = { afterFailures: 1, firstPauseMillis: minute, longestPauseMillis: 60 * minute }

  it("until it is called again on every interval", () => {
    const intervals = new Set(["1m", "5m"])
    const plan = Result.getOrThrow(makePipelinePlan([failing(intervals)], { breaker: once }))
    const pipeline = new SymbolPipeline(StockSymbol.make("LOOP"), plan)
    const suspendedAfter = (candles: number, from: number) => {
      for (let at = from; at < from + candles; at++) pipeline.onCandle(candleAt(at))
      return plan.records[0]?.suspended.size
    }
    assert.strictEqual(suspendedAfter(5, 0), 1)
    intervals.delete("1m")
    assert.strictEqual(suspendedAfter(4, 5), 1, "on five minutes it still is")
    intervals.delete("5m")
    assert.strictEqual(suspendedAfter(10, 9), 0)
  })

  it("no longer when the symbol begins anew", () => {
    const plan = Result.getOrThrow(makePipelinePlan([failing(new Set(["1m"]))], { breaker: once }))
    const begin = () => new SymbolPipeline(StockSymbol.make("LOOP"), plan)
    begin().onCandle(candleAt(0))
    assert.strictEqual(plan.records[0]?.suspended.size, 1)
    begin()
    assert.strictEqual(plan.records[0]?.suspended.size, 0)
  })
})

describe("a detector that takes too long", () => {
  /** A clock that a slow detector moves on. */
  const slow = (millis: number) => {
    let now = 0
    const detector = detectorOf(
      (window) => {
        now += millis
        return [matchOf(window)]
      },
      { name: "slow" }
    )
    return { detector, meter: { now: () => now, budgetMillis: 50 } }
  }
  const candles = closes(...Array.from({ length: 10 }, () => 1))

  it("is found out by the candle after the first that took too long, and what it found is kept", () => {
    const { detector, meter } = slow(80)
    const quick = detectorOf((window) => [matchOf(window)], { name: "quick" })
    const { decisions, faults } = run(pipelineOf([quick, detector], { meter, breaker }), candles)
    assert.deepStrictEqual(
      faults.map(({ part, problem }) => [part, problem]),
      Array.from({ length: 4 }, () => ["slow@1.0.0", "took 80.0 ms for a candle, more than its 50 ms"])
    )
    assert.isTrue(faults[2]?.suspended)
    const found = (name: string) => decisions.filter(({ detection }) => detection.detector === `${name}@1.0.0`).length
    assert.deepStrictEqual([found("quick"), found("slow")], [10, 5])
  })

  it("but within its budget is left alone", () => {
    const { detector, meter } = slow(49)
    assert.deepStrictEqual(run(pipelineOf([detector], { meter, breaker }), candles).faults, [])
  })

  it("is timed now and then all the same, so that its cost is known", () => {
    const { detector, meter } = slow(2)
    const plan = Result.getOrThrow(makePipelinePlan([detector], { meter }))
    const pipeline = new SymbolPipeline(StockSymbol.make("LOOP"), plan)
    for (let at = 0; at < 640; at++) pipeline.onCandle(candleAt(at))
    const [record] = plan.records
    assert.deepStrictEqual([record?.timedCalls, record?.timedMillis, record?.slowestMillis], [10, 20, 2])
  })
})
