import { assert, describe, it } from "@effect/vitest"
import { StockSymbol } from "@mjolnir/core"
import { matchesOf, SeededRandom } from "@mjolnir/core/testing"
import { Result } from "effect"

import { candlestick } from "../../src/candlestick/candlestick.ts"
import { candlesOf, type Prices, SeriesWindow } from "./SeriesWindow.ts"

const context = { symbol: StockSymbol.make("TEST"), interval: "1m", features: {}, higher: {} } as const

const started = () => {
  const configured = Result.getOrThrow(candlestick.configure({}))
  if (configured.on !== "candle") throw new Error("the detector looks at closed candles")
  return configured.start()
}

/** A walk on a coarse grid, where lengths often equal their thresholds. */
const walk = (seed: number, candles: number): ReadonlyArray<Prices> => {
  const random = new SeededRandom(seed)
  const steps = (most: number) => Math.floor(random.next() * (most + 1))
  let close = 1_000
  return Array.from({ length: candles }, (): Prices => {
    const open = close + steps(4) - 2
    close = open + steps(10) - 5
    return [open / 10, (Math.max(open, close) + steps(4)) / 10, (Math.min(open, close) - steps(4)) / 10, close / 10]
  })
}

describe("what the detector remembers", () => {
  it("survives a restart at any candle", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const candles = walk(seed, 120)
      const window = new SeriesWindow(candles)
      const through = started()
      let restarted = started()
      for (const index of candles.keys()) {
        const next = started()
        next.restore(JSON.parse(JSON.stringify(restarted.snapshot())))
        restarted = next
        window.show(index)
        assert.deepStrictEqual(
          restarted.detect(window, context),
          through.detect(window, context),
          `seed ${seed}, ${index}`
        )
        assert.strictEqual(JSON.stringify(restarted.snapshot()), JSON.stringify(through.snapshot()))
      }
    }
  })

  it("takes in candles at which it was not called", () => {
    const candles = walk(7, 300)
    const window = new SeriesWindow(candles)
    const through = started()
    const pausing = started()
    for (const index of candles.keys()) {
      window.show(index)
      const expected = through.detect(window, context)
      if (index % 40 > 30) continue
      assert.deepStrictEqual(pausing.detect(window, context), expected, `candle ${index}`)
    }
  })

  it("begins anew with the window after a pause that is longer than it", () => {
    const candles = walk(8, 200)
    const window = new SeriesWindow(candles)
    const pausing = started()
    const late = started()
    for (let index = 0; index < 60; index++) pausing.detect(window.show(index), context)
    for (let index = 100; index < 200; index++) {
      window.show(index)
      assert.deepStrictEqual(pausing.detect(window, context), late.detect(window, context), `candle ${index}`)
    }
  })

  it("refuses a snapshot that is not whole", () => {
    assert.throws(() => started().restore({ cells: [1, 2, 3], newest: 0, index: 0, colours: 0, time: 0 }))
  })

  it("costs nothing when there is no match: the same empty list is returned", () => {
    const candles: ReadonlyArray<Prices> = [
      [100, 101, 99, 100.5],
      [100, 101, 99, 100.5]
    ]
    const [first, second] = matchesOf(candlestick, candlesOf(candles))
    assert.deepStrictEqual([first, second], [[], []])
    const running = started()
    const window = new SeriesWindow(candles)
    assert.strictEqual(running.detect(window.show(0), context), running.detect(window.show(1), context))
  })
})
