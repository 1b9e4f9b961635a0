import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import type { FormingCandle } from "../../src/domain/FormingCandle.ts"
import { defineDetector, noMatch } from "../../src/plugin/defineDetector.ts"
import { candleAt, minute, start } from "../support/candles.ts"
import { pipelineOf, verdictOf } from "../support/pipeline.ts"

/** Sees the price pass the high of the closed candle before. */
const breakout = defineDetector({
  name: "breakout",
  version: "1.0.0",
  summary: "The price passes the high of the candle before",
  emits: ["BREAKOUT"],
  params: Schema.Struct({}),
  history: 1,
  on: "tick",
  detect: ({ closed, forming }) =>
    forming.last > closed.high(0)
      ? [{ pattern: "BREAKOUT", direction: "bullish", confidence: 0.5, price: forming.last, anchors: [0] }]
      : noMatch,
  annotate: (_match, { closed, forming }) => [
    { kind: "line", label: "high", from: { at: 0, price: closed.high(0) }, to: { at: -1, price: forming.last } }
  ]
})

const made = {
  name: "made-up",
  version: "1.0.0",
  summary: "Whatever the test wants",
  emits: ["SEEN"],
  params: Schema.Struct({}),
  history: 1,
  on: "tick"
} as const

const forming = (last: number, seconds: number, minutes = 1): FormingCandle => ({
  time: start + minutes * minute,
  open: 10,
  highSoFar: Math.max(10, last),
  lowSoFar: Math.min(10, last),
  last,
  volumeSoFar: 300,
  ticksSoFar: 3,
  lastTime: start + minutes * minute + seconds * 1_000
})

describe("a detector of ticks", () => {
  it("makes a provisional detection of the forming candle, confirmed by the newest tick", () => {
    const pipeline = pipelineOf([breakout], { annotates: true })
    assert.isTrue(pipeline.wantsForming)
    assert.deepStrictEqual(pipeline.onCandle(candleAt(0)).decisions, [])
    const [decision] = pipeline.onForming(forming(10.5, 20)).decisions
    const { id: _, ...detection } = decision?.detection ?? { id: "" }
    const expected: unknown = {
      symbol: "LOOP",
      interval: "1m",
      detector: "breakout@1.0.0",
      pattern: "BREAKOUT",
      direction: "bullish",
      confidence: 0.5,
      triggerPrice: 10.5,
      time: start + minute,
      confirmedAt: start + minute + 20_000,
      anchors: [start, start + minute],
      metadata: {},
      provisional: true,
      annotations: [
        {
          kind: "line",
          label: "high",
          from: { at: start, price: 10 },
          to: { at: start + minute, price: 10.5 }
        }
      ]
    }
    assert.deepStrictEqual<unknown>(detection, expected)
    assert.deepStrictEqual(decision?._tag === "Publish" ? decision.candle : undefined, {
      open: 10,
      high: 10.5,
      low: 10,
      close: 10.5,
      volume: 300
    })
  })

  it("is told of once for a forming candle, however often it finds it again, and anew for the next", () => {
    const pipeline = pipelineOf([breakout])
    pipeline.onCandle(candleAt(0))
    const found = [10.5, 10.2, 9, 10.7].map((last, index) => pipeline.onForming(forming(last, index)).decisions.length)
    assert.deepStrictEqual(found, [1, 0, 0, 0])
    pipeline.onCandle(candleAt(1))
    assert.lengthOf(pipeline.onForming(forming(10.5, 0, 2)).decisions, 1)
  })

  it("is not called before there are as many closed candles as it needs", () => {
    assert.deepStrictEqual(pipelineOf([breakout]).onForming(forming(99, 0)).decisions, [])
  })

  it("cannot read what only closed candles have: it does not compile", () => {
    const reading = defineDetector({
      name: "wrong",
      version: "1.0.0",
      summary: "Reads a close of a candle that has none",
      emits: ["WRONG"],
      params: Schema.Struct({}),
      history: 1,
      on: "tick",
      detect: (window) => {
        // @ts-expect-error - the window of ticks has no closes of its own
        const ofWindow: unknown = window.close
        // @ts-expect-error - a forming candle has a last price, not a close
        const ofForming: unknown = window.forming.close
        // @ts-expect-error - nor is its high final
        const high: unknown = window.forming.high
        return [ofWindow, ofForming, high].some((each) => each !== undefined) ? JSON.parse("[{}]") : noMatch
      }
    })
    assert.strictEqual(reading.on, "tick")
    const pipeline = pipelineOf([reading])
    pipeline.onCandle(candleAt(0))
    assert.deepStrictEqual(pipeline.onForming(forming(10, 0)).faults, [])
  })

  it("that was held back is told of when it is not any more, and held back only once", () => {
    const rising = defineDetector({
      ...made,
      detect: ({ forming }) => [
        { pattern: "SEEN", direction: "bullish", confidence: forming.last / 100, price: forming.last, anchors: [] }
      ]
    })
    const pipeline = pipelineOf([rising], { minimumConfidence: 0.65 })
    pipeline.onCandle(candleAt(0))
    const told = [10, 20, 70, 80, 20].map((last, index) =>
      pipeline.onForming(forming(last, index)).decisions.map(verdictOf)
    )
    assert.deepStrictEqual(told, [["below_minimum_confidence"], [], ["published"], [], []])
  })

  it("cannot change what the others see", () => {
    const seen: Array<unknown> = []
    const thief = defineDetector({
      ...made,
      name: "thief",
      detect: (window) => {
        Reflect.set(window, "closed", undefined)
        Reflect.set(window.forming, "last", Number.NaN)
        return [{ pattern: "SEEN", direction: "bullish", confidence: 1, price: 1, anchors: [0] }]
      }
    })
    const honest = defineDetector({
      ...made,
      detect: ({ closed, forming }) => {
        seen.push(closed.size, forming.last)
        return noMatch
      }
    })
    const pipeline = pipelineOf([thief, honest])
    pipeline.onCandle(candleAt(0))
    const { decisions, faults } = pipeline.onForming(forming(10.5, 0))
    assert.deepStrictEqual([seen, faults, decisions.length], [[1, 10.5], [], 1])
  })

  it("is suspended when it makes a flood of detections of one candle", () => {
    const flood = defineDetector({
      ...made,
      history: 50,
      warmUp: 1,
      detect: ({ closed, forming }) =>
        Array.from({ length: 30 }, (_, index) => ({
          pattern: "SEEN",
          direction: "bullish",
          confidence: 1,
          price: forming.last,
          anchors: [forming.ticksSoFar % closed.size, index]
        }))
    })
    const pipeline = pipelineOf([flood])
    for (let at = 0; at < 50; at++) pipeline.onCandle(candleAt(at))
    const steps = Array.from({ length: 30 }, (_, nth) =>
      pipeline.onForming({ ...forming(10, nth, 50), ticksSoFar: nth })
    )
    assert.isBelow(steps.flatMap(({ decisions }) => decisions).length, 300)
    const faults = steps.flatMap((step) => step.faults)
    assert.match(faults[0]?.problem ?? "", /^made more than 256 detections of one forming candle$/)
    assert.isTrue(faults.at(-1)?.suspended)
  })

  it("that takes too long is found out, like one of candles", () => {
    let now = 0
    const slow = defineDetector({
      ...made,
      detect: () => {
        now += 80
        return noMatch
      }
    })
    const pipeline = pipelineOf([slow], { meter: { now: () => now, budgetMillis: 50 } })
    pipeline.onCandle(candleAt(0))
    const faults = Array.from({ length: 10 }, (_, nth) => pipeline.onForming(forming(10, nth)).faults).flat()
    assert.deepStrictEqual(
      faults.map(({ problem, suspended }) => [problem, suspended]),
      [false, false, true].map((suspended) => ["took 80.0 ms for a tick, more than its 50 ms", suspended])
    )
  })
})
