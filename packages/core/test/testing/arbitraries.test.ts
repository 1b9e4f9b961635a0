import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Effect, Schema } from "effect"

import { Candle } from "../../src/domain/Candle.ts"
import { Tick } from "../../src/domain/Tick.ts"
import { candleArbitrary } from "../../src/testing/arbitraries/candleArbitrary.ts"
import { candleSeries } from "../../src/testing/arbitraries/candleSeries.ts"
import { tickSeries } from "../../src/testing/arbitraries/tickSeries.ts"
import { faultOf } from "../support/candleLaws.ts"

const minute = 60_000
const isCandle = Schema.is(Candle)
const isTick = Schema.is(Tick)

/** The smallest input found for which a property does not hold. */
const shrunk = <A>(arbitrary: Arbitrary.Arbitrary<A>, holds: (value: A) => boolean) =>
  Effect.map(Arbitrary.checkEffect(arbitrary, holds, { runs: 500, seed: 1 }), (result) =>
    result._tag === "Falsified" ? result.shrunkInput : undefined
  )

/** Fifty values. */
const samples = <A>(arbitrary: Arbitrary.Arbitrary<A>) =>
  Effect.orDie(Arbitrary.sampleEffect(arbitrary, { count: 50, size: 60, seed: 1 }))

describe("candleArbitrary", () => {
  it.prop("gives valid candles", [candleArbitrary], ([candle]) => {
    assert.isTrue(isCandle(candle))
    assert.strictEqual(faultOf([candle], minute), undefined)
  })

  it.effect("gives rising, falling and flat candles, with and without volume", () =>
    Effect.gen(function* () {
      const candles = yield* samples(candleArbitrary)
      assert.isTrue(candles.some(({ close, open }) => close > open))
      assert.isTrue(candles.some(({ close, open }) => close < open))
      assert.isTrue(candles.some(({ volume }) => volume === 0))
      assert.isTrue(candles.some(({ volume }) => volume > 0))
    })
  )

  it.effect("shrinks to a flat candle", () =>
    Effect.gen(function* () {
      const smallest = yield* shrunk(candleArbitrary, ({ open }) => open < 100)
      assert.deepInclude(smallest, { open: 100, high: 100, low: 100, close: 100, volume: 0, gap: 0, partial: false })
    })
  )
})

describe("candleSeries", () => {
  it.prop("gives valid series of candles", [candleSeries({ interval: "5m" })], ([series]) => {
    assert.isTrue(series.every((candle) => isCandle(candle)))
    assert.strictEqual(faultOf(series, 5 * minute), undefined)
  })

  it.prop("keeps to the lengths", [candleSeries({ minLength: 70, maxLength: 80 })], ([series]) => {
    assert.isTrue(series.length >= 70 && series.length <= 80)
  })

  it.effect("gives gaps, leaps, equal closes and partial candles", () =>
    Effect.gen(function* () {
      const pairs = (yield* samples(candleSeries())).flatMap((series) =>
        series.slice(1).map((candle, index) => [series[index] ?? candle, candle] as const)
      )
      assert.isTrue(pairs.some(([, { gap }]) => gap > 0))
      assert.isTrue(pairs.some(([before, after]) => before.close !== after.open))
      assert.isAbove(pairs.filter(([before, after]) => before.close === after.close).length, pairs.length / 20)
      assert.isTrue(pairs.some(([, { partial }]) => partial))
    })
  )

  it.effect("shrinks to the one candle that matters", () =>
    Effect.gen(function* () {
      const smallest = yield* shrunk(candleSeries(), (series) => series.every(({ volume }) => volume < 500))
      assert.lengthOf(smallest ?? [], 1)
      assert.deepInclude(smallest?.[0], { open: 10, high: 10, low: 10, close: 10, volume: 500, gap: 0 })
    })
  )
})

describe("tickSeries", () => {
  it.prop("gives valid ticks of the symbol in order of time", [tickSeries({ symbol: "AAPL" })], ([ticks]) => {
    assert.isTrue(ticks.every((tick) => isTick(tick) && tick.symbol === "AAPL"))
    assert.isTrue(ticks.every(({ time }, index) => time >= (ticks[index - 1]?.time ?? 0)))
  })

  it.prop("lets ticks be late, but by no more than said", [tickSeries({ latest: 1_500 })], ([ticks]) => {
    let newest = 0
    for (const { time } of ticks) {
      assert.isAtLeast(time, newest - 1_500)
      newest = Math.max(newest, time)
    }
  })

  it.effect("gives late ticks, minutes without any, and ticks without a volume", () =>
    Effect.gen(function* () {
      const all = yield* samples(tickSeries({ latest: 1_500 }))
      const steps = all.flatMap((ticks) => ticks.slice(1).map(({ time }, index) => time - (ticks[index]?.time ?? time)))
      assert.isTrue(steps.some((step) => step < 0))
      assert.isTrue(steps.some((step) => step > minute))
      assert.isTrue(all.flat().some(({ volume }) => volume === undefined))
      assert.isTrue(all.flat().some(({ volume }) => volume !== undefined))
    })
  )

  it.effect("shrinks to ticks in order of time", () =>
    Effect.gen(function* () {
      const smallest = yield* shrunk(tickSeries({ latest: 1_500 }), (ticks) => ticks.length < 2)
      assert.deepStrictEqual(
        smallest?.map(({ price }) => price),
        [10, 10]
      )
      assert.strictEqual(smallest?.[0]?.time, smallest?.[1]?.time)
    })
  )
})
