import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"

import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { makePipelinePlan } from "../../src/pipeline/PipelinePlan.ts"
import { SymbolPipeline } from "../../src/pipeline/SymbolPipeline.ts"
import { candleAt, minute } from "../support/candles.ts"
import { detectorOf, matchOf, pipelineOf, run, verdictOf } from "../support/pipeline.ts"

describe("the minimum confidence", () => {
  const verdictAt = (confidence: number, minimumConfidence?: number): ReadonlyArray<string> => {
    const settings = minimumConfidence === undefined ? {} : { minimumConfidence }
    const detector = detectorOf((window) => [matchOf(window, { confidence })])
    return run(pipelineOf([detector], settings), [candleAt(0)]).decisions.map(verdictOf)
  }

  it("suppresses what is below", () => {
    assert.deepStrictEqual(verdictAt(0.649, 0.65), ["below_minimum_confidence"])
  })

  it("lets pass what reaches it exactly", () => {
    assert.deepStrictEqual(verdictAt(0.65, 0.65), ["published"])
  })

  it("of 0 lets all pass", () => {
    assert.deepStrictEqual(verdictAt(0, 0), ["published"])
  })
})

describe("the cooldown", () => {
  const fiveMinutes = { cooldownMillis: 5 * minute }
  /** Matches every candle; the candle's volume tells the age of the trigger. */
  const always = detectorOf((window) => [matchOf(window, { trigger: window.volume(0) })], { history: 9, warmUp: 1 })
  const verdictsAt = (minutes: ReadonlyArray<number>, settings: object = fiveMinutes): ReadonlyArray<string> =>
    run(
      pipelineOf([always], settings),
      minutes.map((minute) => candleAt(minute, { volume: 0 }))
    ).decisions.map(verdictOf)

  it("suppresses a pattern less than five minutes after the same was published", () => {
    assert.deepStrictEqual(verdictsAt([0, 1, 4]), ["published", "cooldown", "cooldown"])
  })

  it("lets pass what comes exactly five minutes after", () => {
    assert.deepStrictEqual(verdictsAt([0, 5]), ["published", "published"])
  })

  it("is not prolonged by what it suppresses", () => {
    assert.deepStrictEqual(verdictsAt([0, 4, 5, 9, 10]), [
      "published",
      "cooldown",
      "published",
      "cooldown",
      "published"
    ])
  })

  it("suppresses a match whose trigger is as old as the published one or older", () => {
    const candles = [
      candleAt(0, { volume: 0 }),
      candleAt(7, { volume: 0 }),
      candleAt(8, { volume: 1 }),
      candleAt(20, { volume: 3 })
    ]
    assert.deepStrictEqual(run(pipelineOf([always], fiveMinutes), candles).decisions.map(verdictOf), [
      "published",
      "published",
      "cooldown",
      "cooldown"
    ])
  })

  it("holds for each pattern by itself", () => {
    const both = detectorOf((window) => [matchOf(window), matchOf(window, { pattern: "OTHER" })])
    const { decisions } = run(pipelineOf([both], fiveMinutes), [candleAt(0), candleAt(1)])
    assert.deepStrictEqual(decisions.map(verdictOf), ["published", "published", "cooldown", "cooldown"])
  })

  it("holds for each detector by itself, for two may mean two things by the same name", () => {
    const two = ["one", "other"].map((name) => detectorOf((window) => [matchOf(window)], { name }))
    const { decisions } = run(pipelineOf(two, fiveMinutes), [candleAt(0), candleAt(1)])
    assert.deepStrictEqual(decisions.map(verdictOf), ["published", "published", "cooldown", "cooldown"])
  })

  it("does not hold back what is confirmed for what was provisional, and holds for each of them by itself", () => {
    const both = detectorOf((window) => [matchOf(window, { provisional: true, anchors: [0, 0] }), matchOf(window)])
    const { decisions } = run(pipelineOf([both], fiveMinutes), [candleAt(0), candleAt(1)])
    assert.deepStrictEqual(decisions.map(verdictOf), ["published", "published", "cooldown", "cooldown"])
  })

  it("holds for each symbol by itself", () => {
    run(pipelineOf([always], fiveMinutes, "AGH"), [candleAt(0, { volume: 0 })])
    assert.deepStrictEqual(verdictsAt([1]), ["published"])
  })

  it("is not begun by what the minimum confidence suppresses", () => {
    const rising = detectorOf((window) => [matchOf(window, { confidence: window.close(0) / 10 })])
    const candles = [candleAt(0, { close: 5 }), candleAt(1, { close: 9 })]
    const pipeline = pipelineOf([rising], { ...fiveMinutes, minimumConfidence: 0.65 })
    assert.deepStrictEqual(run(pipeline, candles).decisions.map(verdictOf), ["below_minimum_confidence", "published"])
  })

  it("of 0 lets all pass, older triggers too", () => {
    const candles = [candleAt(0, { volume: 0 }), candleAt(1, { volume: 0 }), candleAt(2, { volume: 2 })]
    const verdicts = run(pipelineOf([always], { cooldownMillis: 0 }), candles).decisions.map(verdictOf)
    assert.deepStrictEqual(verdicts, ["published", "published", "published"])
  })

  it("is five minutes and the minimum confidence 0.65 when nothing is said", () => {
    const detector = detectorOf((window) => [matchOf(window, { confidence: window.close(0) / 100 })])
    const candles = [64.9, 65, 70, 70].map((close, index) => candleAt([0, 1, 5, 6][index] ?? 0, { close }))
    const plan = Result.getOrThrow(makePipelinePlan([detector]))
    const verdicts = run(new SymbolPipeline(StockSymbol.make("LOOP"), plan), candles).decisions.map(verdictOf)
    assert.deepStrictEqual(verdicts, ["below_minimum_confidence", "published", "cooldown", "published"])
  })
})
