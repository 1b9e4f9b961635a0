import { assert, describe, it } from "@effect/vitest"
import { epochMillis, StockSymbol } from "@mjolnir/core"

import type { MarketMinute } from "../../src/demo/simulatedMarket.ts"
import { type Plant } from "../../src/demo/SimulatedStock.ts"
import { TickTape } from "../../src/demo/TickTape.ts"

const symbol = StockSymbol.make("HUGIN")
const plant: Plant = { symbol, pattern: "BULL_FLAG", confirmedAt: epochMillis(600_000) }

/** A market that trades one stock at the 10th and the 50th second of every minute, and plants in the second one. */
function* market(): Generator<MarketMinute, never> {
  for (let minute = 0; ; minute++) {
    const start = epochMillis(minute * 60_000)
    const ticks = [10, 50].map((second) => ({ symbol, time: epochMillis(start + second * 1_000), price: 1, volume: 1 }))
    yield { start, ticks, plants: minute === 1 ? [plant] : [] }
  }
}

const seconds = (tape: TickTape, until: number) => [...tape.before(until * 1_000)].map(({ time }) => time / 1_000)

describe("a tick tape", () => {
  it("gives every tick once, when it is due", () => {
    const tape = new TickTape(market(), () => {})
    assert.deepStrictEqual(seconds(tape, 10), [])
    assert.deepStrictEqual(seconds(tape, 50), [10])
    assert.deepStrictEqual(seconds(tape, 50), [])
    assert.deepStrictEqual(seconds(tape, 171), [50, 70, 110, 130, 170])
    assert.strictEqual(tape.ticks, 6)
  })

  it("counts the candles of whole minutes", () => {
    const tape = new TickTape(market(), () => {})
    seconds(tape, 59)
    assert.strictEqual(tape.wholeCandles, 0)
    seconds(tape, 60)
    assert.strictEqual(tape.wholeCandles, 1)
    seconds(tape, 179)
    assert.strictEqual(tape.wholeCandles, 2)
  })

  it("tells of a planted pattern when its minute begins", () => {
    const told: Array<Plant> = []
    const tape = new TickTape(market(), (each) => told.push(each))
    seconds(tape, 59)
    assert.deepStrictEqual(told, [])
    seconds(tape, 60)
    assert.deepStrictEqual(told, [plant])
  })
})
