import { assert, describe, it } from "@effect/vitest"
import { defineDetector, StockSymbol } from "@mjolnir/core"
import { makePipelinePlan } from "@mjolnir/core/pipeline"
import { Result, Schema } from "effect"

import { OfflineRun } from "../../src/offline/OfflineRun.ts"
import { candleAt } from "../support/candles.ts"

describe("OfflineRun", () => {
  it("tells the first fault of a detector on each symbol, and goes on with the others", () => {
    const definition = { version: "1.0.0", summary: "Whatever the test wants", params: Schema.Struct({}), history: 1 }
    const broken = defineDetector({
      ...definition,
      name: "broken",
      emits: ["BROKEN"],
      detect: () => {
        throw new Error("no good")
      }
    })
    const steady = defineDetector({
      ...definition,
      name: "steady",
      emits: ["CANDLE"],
      detect: () => [
        { pattern: "CANDLE", direction: "neutral", confidence: 1, trigger: 0, price: 1, anchors: [0], metadata: {} }
      ]
    })
    const plan = Result.getOrThrow(makePipelinePlan([broken, steady], { cooldownMillis: 0 }))
    const found: Array<string> = []
    const faults: Array<string> = []
    const run = new OfflineRun(plan, {
      onDetection: ({ symbol, time }) => found.push(`${symbol} ${time}`),
      onFault: ({ part, problem, symbol }) => faults.push(`${part} ${symbol} ${problem}`)
    })
    const symbols = ["A", "B"].map((name) => StockSymbol.make(name))
    for (let minute = 0; minute < 5; minute++) for (const symbol of symbols) run.onCandle(symbol, candleAt(minute))
    assert.deepStrictEqual(faults, ["broken@1.0.0 A threw Error: no good", "broken@1.0.0 B threw Error: no good"])
    assert.deepStrictEqual([run.candles, run.detections, run.symbols, found.length], [10, 10, 2, 10])
  })
})
