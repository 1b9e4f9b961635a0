import { assert, describe, it } from "@effect/vitest"

import { demoSymbols } from "../../src/demo/demoSymbols.ts"
import { plantedPatterns } from "../../src/demo/plantedPatterns.ts"
import { preMarketMinutes } from "../../src/demo/simulatedMarket.ts"
import { detectedIn, minutesOf, opening } from "./detectedIn.ts"

const symbols = demoSymbols(12)

describe("the simulated market", () => {
  it("is the same for the same seed and another for another", () => {
    assert.deepStrictEqual(minutesOf(1, symbols, 30), minutesOf(1, symbols, 30))
    assert.notDeepEqual(minutesOf(1, symbols, 30), minutesOf(2, symbols, 30))
  })

  it("trades a stock the same whichever others there are", () => {
    const few = demoSymbols(3)
    const among = minutesOf(1, symbols, 30).flatMap(({ ticks }) => ticks.filter(({ symbol }) => few.includes(symbol)))
    assert.deepStrictEqual(
      minutesOf(1, few, 30).flatMap(({ ticks }) => ticks),
      among
    )
  })

  it("goes on minute by minute, with ticks in order of time and within the minute", () => {
    let expected = opening - preMarketMinutes * 60_000
    for (const { start, ticks } of minutesOf(3, symbols, 60)) {
      assert.strictEqual(start, expected)
      let before: number = start
      for (const { price, time, volume } of ticks) {
        assert.isTrue(time >= before && time < start + 60_000)
        assert.isTrue(price > 0 && Number(price.toFixed(2)) === price)
        assert.isTrue(Number.isInteger(volume) && volume > 0)
        before = time
      }
      expected += 60_000
    }
  })

  it("has stocks that are not traded in every minute", () => {
    const { candles } = detectedIn(minutesOf(1, symbols, 60), symbols)
    assert.isTrue(candles.some(({ candle }) => candle.gap > 0))
  })

  it("keeps prices near where they began, however long it goes on", () => {
    const last = minutesOf(5, demoSymbols(3), 2_000).slice(-60)
    for (const { price } of last.flatMap(({ ticks }) => ticks)) assert.isTrue(price > 40 && price < 1_000)
  })

  it("plants every pattern within twenty minutes, none of them complete before the opening", () => {
    const plants = minutesOf(1, symbols, 20).flatMap((minute) => minute.plants)
    assert.sameMembers([...new Set(plants.map(({ pattern }) => pattern))], Object.keys(plantedPatterns))
    assert.isTrue(plants.every(({ confirmedAt }) => confirmedAt > opening))
  })

  for (const seed of [1, 2, 3, 5, 8, 13, 21, 34, 55, -1]) {
    it(`has its planted patterns found, every one of them, with seed ${seed}`, () => {
      const market = minutesOf(seed, symbols, 60)
      const { counts, detections, end } = detectedIn(market, symbols)
      assert.strictEqual(counts.accepted, market.flatMap(({ ticks }) => ticks).length)
      const found = new Set(detections.map(({ confirmedAt, pattern, symbol }) => `${symbol} ${pattern} ${confirmedAt}`))
      const planted = market
        .flatMap(({ plants }) => plants)
        .filter(({ confirmedAt }) => confirmedAt <= end)
        .map(({ confirmedAt, pattern, symbol }) => `${symbol} ${pattern} ${confirmedAt}`)
      assert.isAbove(planted.length, 30)
      assert.deepStrictEqual(
        planted.filter((plant) => !found.has(plant)),
        []
      )
    })
  }
})
