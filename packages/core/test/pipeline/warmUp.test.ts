import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import type { SymbolPipeline } from "../../src/pipeline/SymbolPipeline.ts"
import { defineDetector, noMatch } from "../../src/plugin/defineDetector.ts"
import { defineFeature, type Feature, onInterval } from "../../src/plugin/defineFeature.ts"
import { candleAt } from "../support/candles.ts"
import { detectorOf, pipelineOf } from "../support/pipeline.ts"

/** Counts the candles that it has taken, and says that it needs so many; what it needs is in its params. */
const counting = (
  name: string,
  warmUp: number,
  survives: boolean,
  needs: Readonly<Record<string, Counting>> = {},
  readyAfter = warmUp
) =>
  defineFeature({
    name,
    version: "1.0.0",
    summary: "Counts candles",
    warmUp,
    readyAfter,
    needs,
    state: { init: () => ({ taken: 0 }), ...(survives ? { schema: Schema.Struct({ taken: Schema.Int }) } : {}) },
    update: (state) => {
      state.taken++
    },
    reading: (state) => ({
      get taken() {
        return state().taken
      }
    })
  })

type Counting = Feature<{ readonly taken: number }>

/** Tells at which of its candles it was called, with the candles that it saw and that its feature had taken. */
const reader = (calls: Array<readonly [seen: number, taken: number]>, feature: Counting, history = 1) =>
  defineDetector({
    name: "reader",
    version: "1.0.0",
    summary: "Tells when it is called",
    emits: ["SEEN"],
    params: Schema.Struct({}),
    history,
    intervals: ["1m"],
    features: { feature },
    detect: (window, _state, _params, { features }) => {
      calls.push([window.size, features.feature.taken])
      return noMatch
    }
  })

const play = (pipeline: SymbolPipeline, from: number, to: number): void => {
  for (let at = from; at < to; at++) pipeline.onCandle(candleAt(at))
}

/** A pipeline that has taken a hundred candles, of which it holds the newest ten. */
const longRunning = (): SymbolPipeline => {
  const pipeline = pipelineOf([detectorOf(() => [], { history: 10 })])
  play(pipeline, 0, 100)
  return pipeline
}

describe("a detector that is new after a restart is not called before", () => {
  it("its window is as long as it needs, however many candles there have been", () => {
    const sizes: Array<number> = []
    const detector = detectorOf(
      (window) => {
        sizes.push(window.size)
        return []
      },
      { history: 12 }
    )
    const pipeline = pipelineOf([detector])
    pipeline.restore(longRunning().snapshot())
    play(pipeline, 100, 103)
    assert.deepStrictEqual(sizes, [12, 12])
  })

  it("its feature has taken as many candles as it needs, those held included", () => {
    for (const survives of [true, false]) {
      const calls: Array<readonly [number, number]> = []
      const pipeline = pipelineOf([reader(calls, counting("new", 15, survives), 5)])
      pipeline.restore(longRunning().snapshot())
      play(pipeline, 100, 106)
      assert.deepStrictEqual(calls, [
        [5, 15],
        [5, 16]
      ])
    }
  })
})

describe("what a feature has taken", () => {
  it("is as much after a restart as before when its state survives", () => {
    const calls: Array<readonly [number, number]> = []
    const detector = reader(calls, counting("survives", 15, true))
    const before = pipelineOf([detector])
    play(before, 0, 14)
    const after = pipelineOf([detector])
    after.restore(JSON.parse(JSON.stringify(before.snapshot())))
    play(after, 14, 16)
    assert.deepStrictEqual(calls, [
      [1, 15],
      [1, 16]
    ])
  })

  it("is what is held when the state of the snapshot does not fit", () => {
    const calls: Array<readonly [number, number]> = []
    const detector = reader(calls, counting("survives", 5, true), 4)
    const before = pipelineOf([detector])
    play(before, 0, 30)
    const after = pipelineOf([detector])
    after.restore(JSON.parse(JSON.stringify(before.snapshot()).replace('"taken":30}', '"taken":"many"}')))
    calls.length = 0
    play(after, 30, 32)
    assert.deepStrictEqual(calls, [
      [4, 5],
      [4, 6]
    ])
  })

  it("counts from when what it is made from is warm, on whatever interval that is", () => {
    const calls: Array<readonly [number, number]> = []
    const hours = onInterval("5m", counting("slow", 2, true))
    play(pipelineOf([reader(calls, counting("quick", 1, true, { hours }))]), 0, 12)
    assert.deepStrictEqual(calls[0], [1, 10], "the second five minutes close with the tenth candle")
  })
})

describe("a feature that may be read before it is warm", () => {
  it("is read as soon as it is ready", () => {
    const calls: Array<readonly [number, number]> = []
    play(pipelineOf([reader(calls, counting("early", 20, true, {}, 3))]), 0, 4)
    assert.deepStrictEqual(calls, [
      [1, 3],
      [1, 4]
    ])
  })

  it("waits until what it is made from is ready, though that is not warm either", () => {
    const calls: Array<readonly [number, number]> = []
    const source = counting("source", 30, true, {}, 4)
    const feature = counting("early", 20, true, { source }, 2)
    assert.deepStrictEqual([feature.readyAfter, feature.warmUp], [6, 50])
    play(pipelineOf([reader(calls, feature)]), 0, 12)
    assert.deepStrictEqual(calls[0], [1, 5], "its own first candle is that which makes the source ready")
  })

  it("is read when it is warm where an older SDK, which does not tell, has made it", () => {
    const { readyAfter: _, ...older } = counting("older", 3, true)
    const calls: Array<readonly [number, number]> = []
    play(pipelineOf([reader(calls, older)]), 0, 3)
    assert.deepStrictEqual(calls, [[1, 3]])
  })
})
