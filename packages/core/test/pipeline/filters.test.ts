import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { usEquities } from "../../src/calendar/index.ts"
import { defineDetector } from "../../src/plugin/defineDetector.ts"
import type { Filters } from "../../src/plugin/Filters.ts"
import { candleAt } from "../support/candles.ts"
import { matchOf, pipelineOf, run } from "../support/pipeline.ts"

const filtered = (filters: Filters) =>
  defineDetector({
    name: "filtered",
    version: "1.0.0",
    summary: "Matches every candle that it is shown",
    emits: ["SEEN"],
    params: Schema.Struct({}),
    history: 1,
    filters,
    detect: (window) => [matchOf(window)]
  })

describe("a detector is not called", () => {
  const isCalledFor = (symbols: ReadonlyArray<string>, symbol: string) =>
    run(pipelineOf([filtered({ symbols })], {}, symbol), [candleAt(0)]).decisions.length > 0

  it("for symbols that none of its patterns stands for", () => {
    const patterns = ["AAPL", "BRK.*", "?AT"]
    const called = ["AAPL", "AAPLX", "BRK.B", "BRKXB", "CAT", "AT", "CHAT"].filter((symbol) =>
      isCalledFor(patterns, symbol)
    )
    assert.deepStrictEqual(called, ["AAPL", "BRK.B", "CAT"])
  })

  it("for candles of less than its volume", () => {
    const candles = [99, 100, 101].map((volume, minutes) => candleAt(minutes, { volume }))
    const { decisions } = run(pipelineOf([filtered({ minimumVolume: 100 })]), candles)
    assert.lengthOf(decisions, 2)
  })

  it("for candles outside its sessions, by the calendar of the market", () => {
    // The candles begin at 9:30 in New York; half an hour before is pre-market.
    const candles = [-31, -30, -1, 0, 389, 390].map((minutes) => candleAt(minutes))
    const times = (filters: Filters) =>
      run(pipelineOf([filtered(filters)], { calendar: usEquities }), candles).decisions.map(({ detection }) =>
        candles.findIndex(({ time }) => time === detection.time)
      )
    assert.deepStrictEqual(times({ sessions: ["regular"] }), [3, 4])
    assert.deepStrictEqual(times({ sessions: ["pre", "post"] }), [0, 1, 2, 5])
  })

  it("by what the operator sets, which replaces the detector's own filter of that kind", () => {
    const detector = filtered({ symbols: ["AAPL"], minimumVolume: 100 })
    const settings = { filters: { filtered: { symbols: ["LOOP"] } } }
    const candles = [candleAt(0, { volume: 50 }), candleAt(1, { volume: 200 })]
    assert.lengthOf(run(pipelineOf([detector], settings), candles).decisions, 1)
  })
})
