import { assert, describe, it } from "@effect/vitest"
import { StockSymbol } from "@mjolnir/core"
import type { DetectorReport, PluginReport } from "@mjolnir/core/services"
import { Schema } from "effect"

import { PluginAnswer } from "../../src/http/PluginsAnswer.ts"
import { pluginAnswer } from "../../src/http/pluginsReport.ts"
import type { IsolationReport } from "../../src/isolation/IsolatedPlugin.ts"
import { pluginReport } from "../support/plugins.ts"

const detector: DetectorReport = {
  id: "three-up@1.0.0",
  state: "running",
  suspendedSymbols: 0,
  calls: 10,
  matches: 2,
  faults: 0,
  lastFault: undefined,
  budget: undefined,
  overBudget: 0
}

const thread: IsolationReport = {
  state: "running",
  breaker: "closed",
  crashes: 0,
  lastCrash: undefined,
  detectors: [],
  callMillis: 50
}

const faultAt = (symbol: string, time: number) => ({
  symbol: StockSymbol.make(symbol),
  problem: "threw Error: odd",
  time
})

const stateOf = (report: Partial<PluginReport>, of?: Partial<IsolationReport>) =>
  pluginAnswer({ ...pluginReport, ...report }, of && { ...thread, ...of }).state

describe("what is said of a plugin", () => {
  it("is its detectors taken together: sums, the greatest budget use and the newest error", () => {
    const answer = pluginAnswer(
      {
        ...pluginReport,
        detectors: [
          { ...detector, faults: 1, lastFault: faultAt("AAPL", 60_000), budget: { average: 0.01, most: 0.9 } },
          {
            ...detector,
            id: "three-down@1.0.0",
            calls: 5,
            matches: 1,
            faults: 2,
            suspendedSymbols: 3,
            lastFault: faultAt("MSFT", 120_000),
            budget: { average: 0.02, most: 0.5 }
          }
        ]
      },
      undefined
    )
    assert.isTrue(Schema.is(PluginAnswer)(answer))
    assert.deepInclude(answer, {
      name: "three",
      version: "1.0.0",
      source: "./three.ts",
      isolation: "inline",
      state: "degraded",
      problem: null,
      breaker: "closed",
      crashes: 0,
      calls: 15,
      detections: 3,
      faults: 3,
      suspended_symbols: 3,
      budget_use: { average: 0.02, most: 0.9 },
      last_error: { problem: "threw Error: odd", symbol: "MSFT", time: "1970-01-01T00:02:00.000Z" }
    })
    assert.deepInclude(answer.detectors[0], { id: "three-up@1.0.0", calls: 10, detections: 2, faults: 1 })
  })

  it("is degraded while some detector is suspended, and suspended when all are", () => {
    const suspended: DetectorReport = { ...detector, state: "suspended" }
    assert.strictEqual(stateOf({ detectors: [detector] }), "running")
    assert.strictEqual(stateOf({ detectors: [{ ...detector, suspendedSymbols: 1 }] }), "degraded")
    assert.strictEqual(stateOf({ detectors: [detector, suspended] }), "degraded")
    assert.strictEqual(stateOf({ detectors: [suspended, suspended] }), "suspended")
  })

  it("follows its thread, when it has one", () => {
    assert.strictEqual(stateOf({ state: "running" }, {}), "running")
    assert.strictEqual(stateOf({ state: "running" }, { breaker: "half_open" }), "degraded")
    assert.strictEqual(stateOf({ state: "restarting" }, { state: "restarting" }), "restarting")
    assert.strictEqual(stateOf({ state: "restarting" }, { state: "suspended" }), "suspended")
    const lastCrash = { problem: "it hung", symbol: "AAPL", time: 60_000 }
    assert.deepStrictEqual(pluginAnswer(pluginReport, { ...thread, crashes: 1, lastCrash }).last_error, {
      problem: "it hung",
      symbol: "AAPL",
      time: "1970-01-01T00:01:00.000Z"
    })
  })

  it("says why it was refused", () => {
    const answer = pluginAnswer(
      { ...pluginReport, state: "refused", version: undefined, problem: "plugin three: it is not there" },
      undefined
    )
    assert.deepInclude(answer, { state: "refused", version: null, problem: "plugin three: it is not there" })
  })
})
