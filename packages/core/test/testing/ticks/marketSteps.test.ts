import { assert, describe, it } from "@effect/vitest"

import { intervalMillis } from "../../../src/domain/Interval.ts"
import { tickScenarios } from "../../../src/testing/scenarios/scenarios.ts"
import { InvalidTick } from "../../../src/testing/ticks/InvalidTick.ts"
import { isForming, type MarketStep } from "../../../src/testing/ticks/MarketStep.ts"
import { marketSteps } from "../../../src/testing/ticks/marketSteps.ts"

const at = (clock: string): number => Date.parse(`2025-07-23T${clock}Z`)

/** `09:30 closed at 10`, or `09:31 stands at 11`. */
const inWords = (step: MarketStep): string => {
  const start = new Date(step.time).toISOString().slice(11, 16)
  return isForming(step) ? `${start} stands at ${step.last}` : `${start} closed at ${step.close}`
}

describe("marketSteps", () => {
  it("shows the forming candle after each tick, and a closed one before the next forms", () => {
    const steps = marketSteps([
      { time: at("09:30:00"), price: 10, volume: 100 },
      { time: at("09:30:30"), price: 12, volume: 50 },
      { time: at("09:31:10"), price: 11 }
    ])
    assert.deepStrictEqual(steps.map(inWords), [
      "09:30 stands at 10",
      "09:30 stands at 12",
      "09:30 closed at 12",
      "09:31 stands at 11"
    ])
    assert.deepInclude(steps[1], { open: 10, highSoFar: 12, lowSoFar: 10, volumeSoFar: 150, ticksSoFar: 2 })
  })

  it("does not show a candle while the one before waits for late ticks", () => {
    const ticks = [
      { time: at("09:30:59"), price: 10 },
      { time: at("09:31:01"), price: 11 },
      { time: at("09:31:02"), price: 12 }
    ]
    assert.deepStrictEqual(marketSteps(ticks).map(inWords), [
      "09:30 stands at 10",
      "09:30 closed at 10",
      "09:31 stands at 12"
    ])
    assert.include(marketSteps(ticks, { graceMillis: 0 }).map(inWords), "09:31 stands at 11")
  })

  it("builds candles of another interval", () => {
    const steps = marketSteps(tickScenarios.orderlyTicks.make(1), { interval: "5m" })
    const closed = steps.filter((step) => !isForming(step))
    assert.isNotEmpty(closed)
    for (const { time } of closed) assert.strictEqual(time % intervalMillis["5m"], 0)
  })

  it("says which tick a host would refuse and why", () => {
    const ticks = [
      { time: at("09:30:00"), price: 10 },
      { time: at("09:30:01"), price: 0 }
    ]
    assert.throws(() => marketSteps(ticks), InvalidTick, "tick 2 is refused as bad_price")
  })

  it("takes the ticks of one symbol", () => {
    const ticks = ["AAPL", "MSFT"].map((symbol) => ({ symbol, time: at("09:30:00"), price: 10 }))
    assert.throws(() => marketSteps(ticks), InvalidTick, "tick 2 is of MSFT, the first of AAPL")
  })
})
