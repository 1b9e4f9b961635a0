import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { utcCalendar } from "../../../src/calendar/utcCalendar.ts"
import { CandleRing } from "../../../src/candles/CandleRing.ts"
import { Candle } from "../../../src/domain/Candle.ts"
import { Interval, intervalMillis } from "../../../src/domain/Interval.ts"
import { difference } from "../../../src/testing/conformance/subject/difference.ts"
import { changedIntrinsics } from "../../../src/testing/conformance/subject/intrinsics.ts"
import { warmFrom } from "../../../src/testing/conformance/subject/Lookback.ts"
import { madeUpSeries } from "../../../src/testing/conformance/subject/madeUpSeries.ts"
import { lendOwnData } from "../../../src/testing/conformance/subject/OwnData.ts"
import { writeProtected } from "../../../src/testing/conformance/subject/writeProtected.ts"
import { flatCandles } from "../../../src/testing/index.ts"

describe("the first difference", () => {
  it("is found where it is, and is none in equal values", () => {
    const expected = { found: [{ confidence: 0.7, tags: ["a"] }] }
    assert.isUndefined(difference(expected, structuredClone(expected)))
    assert.strictEqual(
      difference(expected, { found: [{ confidence: 0.6, tags: ["b"] }] }),
      "found.0.confidence: expected 0.7, actual 0.6"
    )
    assert.strictEqual(difference([1], [1, 2], 0, "list"), "list: expected [1], actual [1,2]")
    assert.strictEqual(difference({ a: 1 }, {}), "a: expected 1, actual nothing")
  })

  it("is none in numbers within the tolerance, as a share of the greater", () => {
    assert.isUndefined(difference({ price: 100 }, { price: 100.00001 }, 1e-6))
    assert.isDefined(difference({ price: 100 }, { price: 100.001 }, 1e-6))
    assert.isUndefined(difference(Number.NaN, Number.NaN))
  })
})

describe("the made-up series", () => {
  it("are the same every time, in order of time, and valid", () => {
    const series = madeUpSeries("1m", 20)
    assert.deepStrictEqual(madeUpSeries("1m", 20), series)
    assert.isTrue(series.every(({ candles }) => candles.every((candle) => isCandle(candle))))
    for (const { candles } of series) {
      assert.isTrue(candles.every(({ time }, index) => index === 0 || time > (candles[index - 1]?.time ?? 0)))
      assert.isTrue(
        candles.every(({ close, high, low, open }) => low <= Math.min(open, close) && high >= Math.max(open, close))
      )
    }
  })

  it("show gaps, equal closes, candles without volume, penny prices and high ones", () => {
    const candles = madeUpSeries("1m", 20).flatMap((series) => series.candles)
    const share = (holds: (candle: Candle, before: Candle | undefined) => boolean) =>
      candles.filter((candle, index) => holds(candle, candles[index - 1])).length / candles.length
    assert.isAbove(
      share(({ gap }) => gap > 0),
      0.005
    )
    assert.isAbove(
      share(({ close }, before) => close === before?.close),
      0.03
    )
    assert.isAbove(
      share(({ volume }) => volume === 0),
      0.1
    )
    assert.isAbove(
      share(({ high }) => high < 0.1),
      0.1
    )
    assert.isAbove(
      share(({ low }) => low > 100_000),
      0.1
    )
  })

  it("begin where candles of their interval begin, and are longer for those who look further back", () => {
    for (const interval of Interval.literals) {
      for (const { candles } of madeUpSeries(interval, 5)) {
        assert.isTrue(candles.every(({ time }) => time % intervalMillis[interval] === 0))
      }
    }
    assert.isTrue(madeUpSeries("1m", 3_000).every(({ candles }) => candles.length > 6_000))
  })
})

const isCandle = Schema.is(Candle)

describe("a late start is warm", () => {
  const minutes = {
    name: "minutes",
    interval: "1m",
    candles: flatCandles(Array.from({ length: 200 }, () => 1))
  } as const

  it("at the candle that completes the lookback", () => {
    assert.strictEqual(warmFrom(minutes, 10, [{ interval: "1m", candles: 5 }], utcCalendar), 14)
  })

  it("when as many higher candles are whole, the first of which may not have been", () => {
    // 09:30 is the start, so that 10:00, 10:15 and 10:30 begin at the 31st, 46th and 61st candle.
    assert.strictEqual(warmFrom(minutes, 31, [{ interval: "15m", candles: 2 }], utcCalendar), 75)
  })

  it("never, when there are too few candles", () => {
    assert.isUndefined(warmFrom(minutes, 190, [{ interval: "1m", candles: 50 }], utcCalendar))
    assert.isUndefined(warmFrom(minutes, 0, [{ interval: "1h", candles: 9 }], utcCalendar))
  })
})

describe("data that are lent", () => {
  it("can be cut off and spoilt in place, and are put back whatever happens", () => {
    const candles = flatCandles([1, 2, 3])
    const [first, second] = candles
    const before = structuredClone(candles)
    const broken = () =>
      lendOwnData(candles, ({ keep, putBack, spoil }) => {
        keep(1)
        assert.lengthOf(candles, 1)
        keep(2)
        assert.lengthOf(candles, 2)
        assert.strictEqual(candles[1], second)
        spoil(99, 0)
        assert.strictEqual(first?.close, 99)
        putBack(0)
        assert.strictEqual(first?.close, 1)
        assert.strictEqual(second?.close, 99)
        throw new Error("in between")
      })
    assert.throws(broken, "in between")
    assert.deepStrictEqual(candles, before)
    assert.strictEqual(candles[0], first)
  })
})

describe("what is write-protected", () => {
  it("tells of every attempt to change it or what is in it, and stays as it was", () => {
    const writes: Array<string> = []
    const given = { list: [3, 1, 2], inner: { value: 1 } }
    const seen = writeProtected(given, "reading", (path) => writes.push(path))
    assert.throws(() => seen.list.sort(), TypeError)
    assert.throws(() => seen.list.push(4), TypeError)
    assert.throws(() => Object.assign(seen.inner, { value: 2 }), TypeError)
    assert.isFalse(Reflect.deleteProperty(seen, "inner"))
    assert.isFalse(Reflect.setPrototypeOf(seen, null))
    assert.deepStrictEqual(writes, [
      "reading.list.0",
      "reading.list.3",
      "reading.inner.value",
      "reading.inner",
      "reading"
    ])
    assert.deepStrictEqual(given, { list: [3, 1, 2], inner: { value: 1 } })
  })

  it("can be read like the object itself, with its private fields and getters", () => {
    const ring = new CandleRing(2)
    for (const candle of flatCandles([1, 2])) ring.push(candle)
    const seen = writeProtected(ring.view, "window", () => assert.fail("nothing was written"))
    assert.deepStrictEqual([seen.size, seen.close(0), seen.close(1)], [2, 2, 1])
    assert.strictEqual(
      writeProtected({ list: [1, 2, 3] }, "reading", () => {})
        .list.map((each) => each * 2)
        .at(-1),
      6
    )
  })
})

describe("what is changed of the language", () => {
  it("is named and put back", () => {
    const { max } = Math
    const changed = changedIntrinsics(() => {
      Reflect.set(Array.prototype, "second", () => undefined)
      Reflect.set(Math, "max", () => 0)
      Reflect.set(globalThis, "leftBehind", 1)
    })
    assert.deepStrictEqual(changed, ["globalThis.leftBehind", "Array.prototype.second", "Math.max"])
    assert.isFalse("second" in Array.prototype || "leftBehind" in globalThis)
    assert.strictEqual(Math.max, max)
  })

  it("is nothing when nothing is", () => {
    assert.deepStrictEqual(
      changedIntrinsics(() => {}),
      []
    )
  })
})
