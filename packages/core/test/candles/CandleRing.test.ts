import { assert, describe, it } from "@effect/vitest"
import { Arbitrary } from "effect"

import { CandleRing } from "../../src/candles/CandleRing.ts"
import type { CandleWindow } from "../../src/candles/CandleWindow.ts"
import { Candle } from "../../src/domain/Candle.ts"
import { whole } from "../support/arbitraries.ts"
import { candleAt } from "../support/candles.ts"

const readAt = (window: CandleWindow, age: number): unknown => ({
  time: window.time(age),
  open: window.open(age),
  high: window.high(age),
  low: window.low(age),
  close: window.close(age),
  volume: window.volume(age),
  ticks: window.ticks(age),
  partial: window.partial(age),
  gap: window.gap(age)
})

const nothing = {
  time: Number.NaN,
  open: Number.NaN,
  high: Number.NaN,
  low: Number.NaN,
  close: Number.NaN,
  volume: Number.NaN,
  ticks: Number.NaN,
  partial: false,
  gap: Number.NaN
}

const filled = (capacity: number, candles: number): CandleRing => {
  const ring = new CandleRing(capacity)
  for (let index = 0; index < candles; index++) ring.push(candleAt(index, { close: index + 1 }))
  return ring
}

describe("CandleRing", () => {
  it.prop(
    "reads by age like an array of the newest candles that begins with the last",
    [Arbitrary.array(Arbitrary.schema(Candle), { maxLength: 40 }), whole(1, 20), whole(0, 25)],
    ([candles, capacity, shown]) => {
      const ring = new CandleRing(capacity)
      for (const candle of candles) ring.push(candle)
      const model = candles.toReversed().slice(0, capacity)
      assert.strictEqual(ring.held, model.length)
      assert.strictEqual(ring.view.size, model.length)
      ring.show(shown)
      const visible = model.slice(0, shown)
      assert.strictEqual(ring.view.size, visible.length)
      for (let age = 0; age <= 25; age++) assert.deepStrictEqual(readAt(ring.view, age), visible[age] ?? nothing)
    },
    { arbitrary: { runs: 300 } }
  )

  it("is empty at first and reads NaN", () => {
    const ring = new CandleRing(5)
    assert.strictEqual(ring.view.size, 0)
    assert.deepStrictEqual(readAt(ring.view, 0), nothing)
  })

  it("forgets the oldest candle when it is full", () => {
    const ring = filled(3, 4)
    assert.deepStrictEqual([ring.view.close(0), ring.view.close(1), ring.view.close(2)], [4, 3, 2])
    assert.isNaN(ring.view.close(3))
  })

  it("does not show a candle that its capacity does not hold, even where there is room", () => {
    assert.isNaN(filled(5, 8).view.close(5))
  })

  it("reads NaN for a negative age", () => {
    assert.isNaN(filled(3, 3).view.close(-1))
  })

  it("reads NaN for an age that is not a number", () => {
    assert.isNaN(filled(3, 3).view.close(Number.NaN))
  })

  it("shows all it holds again after the next candle", () => {
    const ring = filled(5, 3)
    ring.show(1)
    ring.push(candleAt(3))
    assert.strictEqual(ring.view.size, 4)
  })

  it("keeps a price to the last bit", () => {
    const ring = new CandleRing(1)
    const close = 0.1 + 0.2
    ring.push(candleAt(0, { close }))
    assert.isTrue(Object.is(ring.view.close(0), close))
  })

  it("cannot be changed through its view, in no way that a reader could try", () => {
    const { view } = filled(3, 3)
    assert.throws(() => Object.assign(view, { close: () => 99 }), TypeError)
    assert.throws(() => Object.assign(Object.getPrototypeOf(view), { close: () => 99 }), TypeError)
    assert.notProperty(view, "push")
    assert.strictEqual(view.close(0), 3)
  })
})
