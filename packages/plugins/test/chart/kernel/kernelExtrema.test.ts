import { assert, describe, it } from "@effect/vitest"
import { type Candle, InvalidDefinition } from "@mjolnir/core"
import { flatCandles, minuteWalk, readingsOf, SeededRandom } from "@mjolnir/core/testing"

import { kernelExtrema, type KernelOptions, type KernelReading } from "../../../src/chart/kernel/kernelExtrema.ts"
import { slowExtrema } from "./slowExtrema.ts"

/** What a reading shows, newest first. */
const shown = (reading: KernelReading) => ({
  bandwidth: reading.bandwidth,
  extrema: Array.from({ length: reading.count }, (_, place) => ({
    kind: reading.kind(place),
    price: reading.price(place),
    age: reading.age(place)
  }))
})

const extremaOf = (candles: ReadonlyArray<Candle>, options: KernelOptions = {}) =>
  readingsOf(kernelExtrema(options), candles, shown)

const walk = (seed: number, length: number): ReadonlyArray<number> =>
  minuteWalk(seed, length, { deviation: 0.01 }).map(({ close }) => close)

const waves = (length: number): ReadonlyArray<number> =>
  Array.from({ length }, (_, bar) => 100 + 3 * Math.sin(bar / 2.7) + Math.sin(bar / 1.1 + 0.3) + bar / 100)

/** The close that most others are, and then those of the given bars. */
const closesWith = (length: number, closes: ReadonlyArray<number>, from: number, other: number) =>
  Array.from({ length }, (_, bar) => closes[bar - from] ?? other)

describe("kernel extrema", () => {
  for (const [name, closes] of Object.entries({
    "a random walk": walk(1, 260),
    "another random walk": walk(2, 260),
    "waves of two lengths": waves(260)
  })) {
    for (const options of [
      {},
      { length: 20, delay: 5 },
      { length: 50, delay: 1 }
    ] satisfies ReadonlyArray<KernelOptions>) {
      it(`are those that the paper's formulas give for ${name} with ${JSON.stringify(options)}`, () => {
        const { delay, length } = { length: 35, delay: 3, ...options }
        const bars = length + delay
        let compared = 0
        for (const [newest, reading] of extremaOf(flatCandles(closes), options).entries()) {
          if (newest < bars - 1) continue
          const expected = slowExtrema(closes.slice(newest - bars + 1, newest + 1), 0.3)
          const extrema = expected.extrema
            .map(({ bar, kind, price }) => ({ kind, price, age: bars - 1 - bar }))
            .filter(({ age }) => age >= delay)
            .toReversed()
          assert.closeTo(reading.bandwidth, expected.bandwidth, 1e-9)
          assert.deepStrictEqual(reading.extrema, extrema)
          compared += extrema.length
        }
        assert.isAbove(compared, 200)
      })
    }
  }

  it("smooth more where smoothing tells more of the closes", () => {
    const bandwidths = extremaOf(flatCandles(waves(120))).map(({ bandwidth }) => bandwidth)
    const random = new SeededRandom(5)
    const noise = Array.from({ length: 120 }, () => 100 + random.normal())
    const ofNoise = extremaOf(flatCandles(noise)).map(({ bandwidth }) => bandwidth)
    assert.strictEqual(bandwidths.at(-1), 1)
    assert.isAbove(ofNoise.at(-1) ?? 0, 2)
  })

  it("alternate, and lie ever further back", () => {
    for (const { extrema } of extremaOf(flatCandles(walk(3, 400)))) {
      for (const [place, { age, kind }] of extrema.entries()) {
        const before = extrema[place + 1]
        if (before === undefined) continue
        assert.notStrictEqual(kind, before.kind)
        assert.isAbove(before.age, age)
      }
    }
  })

  it("show a peak once where the slope is exactly 0 at its bar", () => {
    const closes = closesWith(38, [101, 102, 103, 104, 103, 102, 101], 15, 100)
    const extrema = extremaOf(flatCandles(closes)).at(-1)?.extrema ?? []
    assert.deepStrictEqual(extrema, [{ kind: "high", price: 104, age: 38 - 1 - 18 }])
  })

  it("hold the slope before a level stretch against the one after it", () => {
    const top = Array.from({ length: 38 }, (_, bar) => 100 + Math.min(8, bar, 37 - bar))
    const step = Array.from({ length: 38 }, (_, bar) => 100 + Math.min(8, bar) + Math.max(0, bar - 29))
    const ofTop = extremaOf(flatCandles(top)).at(-1)?.extrema ?? []
    assert.deepStrictEqual(
      ofTop.map(({ kind, price }) => ({ kind, price })),
      [{ kind: "high", price: 108 }]
    )
    assert.deepStrictEqual(extremaOf(flatCandles(step)).at(-1)?.extrema, [])
  })

  it("are none in closes that never change", () => {
    const readings = extremaOf(flatCandles(Array.from({ length: 80 }, () => 100)))
    assert.isTrue(readings.every(({ extrema }) => extrema.length === 0))
  })

  it("are none before the window is full, and read as nothing beyond the last", () => {
    const feature = kernelExtrema()
    const candles = flatCandles(walk(4, 38))
    const counts = readingsOf(feature, candles, ({ count }) => count)
    assert.deepStrictEqual(
      counts.slice(0, 37),
      Array.from({ length: 37 }, () => 0)
    )
    assert.isAbove(counts[37] ?? 0, 0)
    const beyond = readingsOf(feature, candles, ({ age, count, kind, price }) => [kind(count), price(count), age(-1)])
    assert.deepStrictEqual(beyond.at(-1), [undefined, Number.NaN, Number.NaN])
  })

  it("depend on nothing before the window, wherever they began, and on nothing after it", () => {
    const candles = flatCandles(walk(6, 200))
    const all = extremaOf(candles)
    for (const start of [1, 17, 90]) {
      assert.deepStrictEqual(extremaOf(candles.slice(start)).slice(37), all.slice(start + 37))
    }
    assert.deepStrictEqual(extremaOf(candles.slice(0, 120)), all.slice(0, 120))
    assert.deepStrictEqual(readingsOf(kernelExtrema(), candles, shown, { restarts: true }), all)
  })

  it("are the same at another scale of prices", () => {
    const closes = walk(7, 120)
    const scaled = extremaOf(flatCandles(closes.map((close) => close * 1024)))
    const places = ({ extrema }: ReturnType<typeof shown>) => extrema.map(({ age }) => age)
    assert.deepStrictEqual(scaled.map(places), extremaOf(flatCandles(closes)).map(places))
  })

  it("have their window among what tells them from others", () => {
    assert.strictEqual(kernelExtrema().key, kernelExtrema({ length: 35, delay: 3 }).key)
    assert.notStrictEqual(kernelExtrema().key, kernelExtrema({ length: 36, delay: 2 }).key)
    assert.strictEqual(kernelExtrema({ length: 50, delay: 5 }).warmUp, 55)
  })

  it("refuse a window that is none", () => {
    for (const options of [{ length: 1, delay: 1 }, { length: 20.5 }]) {
      assert.throws(() => kernelExtrema(options), InvalidDefinition)
    }
  })
})
