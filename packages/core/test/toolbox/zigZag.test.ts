import { assert, describe, it } from "@effect/vitest"

import type { Candle } from "../../src/domain/Candle.ts"
import { InvalidDefinition } from "../../src/plugin/identity.ts"
import {
  absolute,
  atr,
  inAtr,
  percent,
  type Pivot,
  type PivotReading,
  relative,
  zigZag
} from "../../src/toolbox/index.ts"
import type { ZigZagOptions, ZigZagReading } from "../../src/toolbox/index.ts"
import { pick } from "../support/arbitraries.ts"
import { candleAt } from "../support/candles.ts"
import { following, shownAfterEach, shownWithRestarts } from "./support/following.ts"
import { candlesOfAnyMarket, closingAt, randomWalk } from "./support/markets.ts"
import { naiveAtr } from "./support/naiveIndicators.ts"
import { everyPivot, type NumberedPivot, numberedPivots, pivotsOf, readGoldenPivots } from "./support/pivots.ts"
import { goldenMissing, readSeries } from "./support/tables.ts"

const reversals = pick<ZigZagOptions["reversal"]>(percent(3), percent(20), absolute(2), inAtr(1.5, 3), inAtr(3, 5))

const shown = (reading: ZigZagReading) => [pivotsOf(reading), reading.unconfirmed && { ...reading.unconfirmed }]

/** The definition leg by leg: each ends at the first close that is far enough from its extreme up to there. */
const naiveZigZag = (
  candles: ReadonlyArray<Candle>,
  distance: (extreme: number, index: number) => number
): ReadonlyArray<NumberedPivot> => {
  const pivots: Array<NumberedPivot> = []
  let from = 0
  for (;;) {
    const kind = pivots.length % 2 === 0 ? "high" : "low"
    const sign = kind === "high" ? 1 : -1
    const extremeUpTo = (index: number): number => {
      const prices = candles.slice(from, index + 1).map((candle) => sign * candle[kind])
      return from + prices.indexOf(Math.max(...prices))
    }
    const end = candles.findIndex((candle, index) => {
      if (index <= from || extremeUpTo(index) === index) return false
      const extreme = candles[extremeUpTo(index)]?.[kind] ?? Number.NaN
      return sign * (extreme - candle.close) > distance(extreme, index)
    })
    if (end < 0) return pivots
    const candle = extremeUpTo(end)
    pivots.push({ kind, price: candles[candle]?.[kind] ?? Number.NaN, candle, confirmedAt: end })
    from = end
  }
}

describe("zigZag", () => {
  it.prop(
    "finds what its definition says for a share, on any market",
    [candlesOfAnyMarket(40), pick(0.03, 0.2)],
    ([candles, share]) => {
      assert.deepStrictEqual(
        everyPivot(zigZag({ reversal: relative(share) }), candles),
        naiveZigZag(candles, (extreme) => extreme * share)
      )
    },
    { arbitrary: { runs: 300 } }
  )

  it.prop(
    "finds what its definition says in ATRs, on any market",
    [candlesOfAnyMarket(40), pick(1.1, 2.3)],
    ([candles, multiple]) => {
      const ranges = naiveAtr(3)(candles)
      assert.deepStrictEqual(
        everyPivot(zigZag({ reversal: inAtr(multiple, 3) }), candles),
        naiveZigZag(candles, (_, index) => multiple * (ranges[index] ?? Number.NaN))
      )
    },
    { arbitrary: { runs: 300 } }
  )

  it.prop(
    "goes on to show the pivots that it has shown, whatever follows",
    [candlesOfAnyMarket(30), candlesOfAnyMarket(15), reversals],
    ([candles, others, reversal]) => {
      const { reading, take } = following(zigZag({ reversal, keep: 50 }))
      for (const candle of candles) take(candle)
      const known = numberedPivots(reading, candles.length)
      for (const other of others) take(other)
      assert.deepStrictEqual(numberedPivots(reading, candles.length + others.length).slice(0, known.length), known)
    }
  )

  it.prop(
    "survives a restart after every candle",
    [candlesOfAnyMarket(40), reversals],
    ([candles, reversal]) => {
      const feature = zigZag({ reversal, keep: 3, within: 12 })
      assert.deepStrictEqual(shownWithRestarts(feature, candles, shown), shownAfterEach(feature, candles, shown))
    },
    { arbitrary: { runs: 50 } }
  )

  it("shows the same wherever it began, once it is warm, in a market that turns", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      for (const reversal of [percent(1), inAtr(3, 14)]) {
        const feature = zigZag({ reversal })
        const candles = randomWalk(2000, seed)
        const begun = 777
        const late = shownAfterEach(feature, candles.slice(begun), shown).slice(feature.warmUp - 1)
        assert.deepStrictEqual(late, shownAfterEach(feature, candles, shown).slice(begun + feature.warmUp - 1))
      }
    }
  })

  it("confirms a high when the close has come back far enough, and tells after how many candles", () => {
    const { reading, take } = following(zigZag({ reversal: percent(10) }))
    for (const candle of closingAt(90, 100, 95, 92)) take(candle)
    assert.strictEqual(reading.size, 0)
    assert.deepStrictEqual({ ...reading.unconfirmed }, { kind: "high", price: 100, time: candleAt(1).time, age: 2 })
    take(candleAt(4, { open: 92, high: 93, low: 85, close: 89 }))
    assert.deepStrictEqual(pivotsOf(reading), [
      { kind: "high", price: 100, time: candleAt(1).time, age: 3, confirmedAfter: 3 }
    ])
    assert.deepStrictEqual({ ...reading.unconfirmed }, { kind: "low", price: 85, time: candleAt(4).time, age: 0 })
  })

  it("does not turn at a close exactly as far away as the reversal", () => {
    const size = (...closes: ReadonlyArray<number>) =>
      everyPivot(zigZag({ reversal: absolute(2) }), closingAt(...closes)).length
    assert.strictEqual(size(10, 12, 10), 0)
    assert.strictEqual(size(10, 12, 9.99), 1)
  })

  it("alternates highs and lows", () => {
    const kinds = everyPivot(zigZag({ reversal: percent(0.5) }), randomWalk(1000)).map(({ kind }) => kind)
    assert.isAbove(kinds.length, 20)
    assert.deepStrictEqual(
      kinds,
      kinds.map((_, index) => (index % 2 === 0 ? "high" : "low"))
    )
  })

  it("may be read as soon as its reversal can be told", () => {
    assert.deepStrictEqual(
      [percent(1), inAtr(2, 30, "simple"), inAtr(2, 30)].map((reversal) => zigZag({ reversal }).readyAfter),
      [1, 33, atr(30).warmUp + 1]
    )
  })

  it("has no extreme before the first candle", () => {
    assert.isUndefined(following(zigZag({ reversal: percent(5) })).reading.unconfirmed)
  })

  it("tells zig-zags of other reversals apart", () => {
    const keys = [percent(5), percent(6), absolute(5), inAtr(5, 10), inAtr(5, 11)].map(
      (reversal) => zigZag({ reversal }).key
    )
    assert.strictEqual(new Set(keys).size, keys.length)
    assert.strictEqual(zigZag({ reversal: percent(5) }).key, zigZag({ reversal: relative(0.05) }).key)
  })

  it("refuses limits and periods that are no whole numbers", () => {
    assert.throws(() => zigZag({ reversal: percent(5), keep: 0 }), InvalidDefinition)
    assert.throws(() => zigZag({ reversal: percent(5), within: 1.5 }), InvalidDefinition)
    assert.throws(() => zigZag({ reversal: inAtr(2, 0) }), InvalidDefinition)
  })

  it("says in its type that the delay varies and that the extreme is no pivot", () => {
    const { reading } = following(zigZag({ reversal: percent(5) }))
    const asDeclared: PivotReading<"variable"> = reading
    // @ts-expect-error the delay is no fixed number of candles
    const fixed: PivotReading<3> = reading
    // @ts-expect-error a pivot may take any number of candles
    const pivot: Pivot<3> | undefined = reading.pivot(0)
    // @ts-expect-error the extreme is not confirmed
    const extreme: Pivot | undefined = reading.unconfirmed
    assert.deepStrictEqual([fixed, pivot, extreme], [asDeclared, undefined, undefined])
    // @ts-expect-error the zig-zag has to know of which ATR
    const withoutPeriod = () => zigZag({ reversal: inAtr(3) })
    assert.throws(withoutPeriod, InvalidDefinition)
  })

  it.skipIf(goldenMissing !== "").each([
    ["aapl-1d-lean", 0.02],
    ["aapl-1d-lean", 0.05],
    ["spy-1d-lean", 0.01],
    ["spy-1d-lean", 0.02],
    ["spy-1d-lean", 0.03],
    ["spy-1d-lean", 0.05]
  ] as const)(
    `finds the directional changes of %s by %d that another implementation finds${goldenMissing}`,
    (series, share) => {
      const expected = readGoldenPivots(`${series}.dc`, "sigma", share)
      assert.isAbove(expected.length, 200)
      assert.deepStrictEqual(everyPivot(zigZag({ reversal: relative(share) }), readSeries(series)), expected)
    }
  )
})
