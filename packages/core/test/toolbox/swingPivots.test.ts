import { assert, describe, it } from "@effect/vitest"

import type { Candle } from "../../src/domain/Candle.ts"
import { InvalidDefinition } from "../../src/plugin/identity.ts"
import { type Pivot, type PivotReading, swingPivots } from "../../src/toolbox/index.ts"
import { whole } from "../support/arbitraries.ts"
import { candleAt } from "../support/candles.ts"
import { following, shownAfterEach, shownWithRestarts } from "./support/following.ts"
import { candlesOfAnyMarket, closingAt, randomWalk } from "./support/markets.ts"
import { everyPivot, type NumberedPivot, numberedPivots, pivotsOf, readGoldenPivots } from "./support/pivots.ts"
import { goldenMissing, readSeries } from "./support/tables.ts"

const unlimited = { keep: 1000, within: 100_000 }

/** The definition, by looking at every candle with all its neighbours. */
const naivePivots = (candles: ReadonlyArray<Candle>, left: number, right: number): ReadonlyArray<NumberedPivot> =>
  candles.flatMap((candle, index) => {
    const before = candles.slice(Math.max(0, index - left), index)
    const after = candles.slice(index + 1, index + 1 + right)
    if (before.length < left || after.length < right) return []
    const at = { candle: index, confirmedAt: index + right }
    const isHigh = before.every(({ high }) => high < candle.high) && after.every(({ high }) => high <= candle.high)
    const isLow = before.every(({ low }) => low > candle.low) && after.every(({ low }) => low >= candle.low)
    return [
      ...(isHigh ? [{ kind: "high" as const, price: candle.high, ...at }] : []),
      ...(isLow ? [{ kind: "low" as const, price: candle.low, ...at }] : [])
    ]
  })

describe("swingPivots", () => {
  it.prop(
    "finds what its definition says, on any market",
    [candlesOfAnyMarket(40), whole(1, 4), whole(1, 4)],
    ([candles, left, right]) => {
      assert.deepStrictEqual(
        everyPivot(swingPivots({ left, right, ...unlimited }), candles),
        naivePivots(candles, left, right)
      )
    },
    { arbitrary: { runs: 300 } }
  )

  it.prop(
    "goes on to show the pivots that it has shown, whatever follows",
    [candlesOfAnyMarket(30), candlesOfAnyMarket(15)],
    ([candles, others]) => {
      const feature = swingPivots({ left: 2, right: 2, ...unlimited })
      const { reading, take } = following(feature)
      for (const candle of candles) take(candle)
      const known = numberedPivots(reading, candles.length)
      for (const other of others) take(other)
      assert.deepStrictEqual(numberedPivots(reading, candles.length + others.length).slice(0, known.length), known)
    }
  )

  it.prop(
    "survives a restart after every candle",
    [candlesOfAnyMarket(40)],
    ([candles]) => {
      const feature = swingPivots({ left: 2, right: 1, keep: 3, within: 12 })
      assert.deepStrictEqual(shownWithRestarts(feature, candles, pivotsOf), shownAfterEach(feature, candles, pivotsOf))
    },
    { arbitrary: { runs: 50 } }
  )

  it("shows the same wherever it began, once it is warm", () => {
    const feature = swingPivots({ left: 3, right: 2, within: 15 })
    const candles = randomWalk(300)
    const early = shownAfterEach(feature, candles, pivotsOf)
    for (let begun = 1; begun < 200; begun++) {
      const late = shownAfterEach(feature, candles.slice(begun, begun + feature.warmUp), pivotsOf)
      assert.deepStrictEqual(late.at(-1), early[begun + feature.warmUp - 1])
    }
  })

  it("confirms a pivot exactly `right` candles after its own and tells its age from then on", () => {
    const feature = swingPivots({ left: 1, right: 2 })
    assert.deepStrictEqual(
      shownAfterEach(feature, closingAt(10, 11, 12, 11, 10, 9), (reading) =>
        pivotsOf(reading).map(({ age, confirmedAfter, kind, price }) => [kind, price, age, confirmedAfter])
      ),
      [[], [], [], [], [["high", 12, 2, 2]], [["high", 12, 3, 2]]]
    )
  })

  it("tells when the candle of a pivot began", () => {
    const { reading, take } = following(swingPivots({ left: 1, right: 1 }))
    for (const candle of closingAt(10, 12, 11)) take(candle)
    assert.strictEqual(reading.pivot(0)?.time, candleAt(1).time)
  })

  it("takes the first of equal highs", () => {
    assert.deepStrictEqual(
      everyPivot(swingPivots({ left: 2, right: 2 }), closingAt(10, 11, 12, 12, 12, 11, 10)).map(({ candle }) => candle),
      [2]
    )
  })

  it("takes the low of a candle that is both for the newer pivot", () => {
    const candles = [candleAt(0), candleAt(1, { high: 12, low: 8 }), candleAt(2)]
    assert.deepStrictEqual(
      everyPivot(swingPivots({ left: 1, right: 1 }), candles).map(({ kind }) => kind),
      ["high", "low"]
    )
  })

  it("forgets the oldest pivot when there are too many, and those that are too old", () => {
    const zigzag = closingAt(...Array.from({ length: 40 }, (_, index) => 10 + (index % 2)))
    const sizes = shownAfterEach(swingPivots({ left: 1, right: 1, keep: 3 }), zigzag, ({ size }) => size)
    assert.strictEqual(Math.max(...sizes), 3)
    const { reading, take } = following(swingPivots({ left: 1, right: 1, within: 5 }))
    for (const candle of closingAt(10, 11, 10, 9, 8, 7)) take(candle)
    assert.strictEqual(reading.pivot(0)?.age, 4)
    take(candleAt(6, { close: 6 }))
    assert.strictEqual(reading.pivot(0)?.age, 5)
    take(candleAt(7, { close: 5 }))
    assert.strictEqual(reading.size, 0)
    assert.isUndefined(reading.pivot(0))
  })

  it("has no pivot at a place that does not exist", () => {
    const { reading, take } = following(swingPivots({ left: 1, right: 1 }))
    for (const candle of closingAt(10, 11, 10)) take(candle)
    for (const place of [-1, 0.5, 1, 16, Number.NaN]) assert.isUndefined(reading.pivot(place))
  })

  it("makes nothing anew when it is read", () => {
    const { reading, take } = following(swingPivots({ left: 1, right: 1 }))
    const candles = randomWalk(50)
    for (const candle of candles.slice(0, 25)) take(candle)
    const newest = reading.pivot(0)
    for (const candle of candles.slice(25)) take(candle)
    assert.strictEqual(reading.pivot(0), newest)
  })

  it("refuses options that are no whole numbers, and to forget before it knows", () => {
    for (const options of [
      { left: 0, right: 1 },
      { left: 1, right: 0 },
      { left: 1.5, right: 1 },
      { left: 1, right: 1, keep: 0 },
      { left: 1, right: 5, within: 4 }
    ]) {
      assert.throws(() => swingPivots(options), InvalidDefinition)
    }
  })

  it("says in its type after how many candles a pivot is known", () => {
    const { reading } = following(swingPivots({ left: 5, right: 3 }))
    const delay: 3 = reading.confirmationDelay
    assert.strictEqual(delay, 3)
    // @ts-expect-error it is 3
    const shorter: 2 = reading.confirmationDelay
    // @ts-expect-error a pivot is known after 3 candles
    const pivot: Pivot<2> | undefined = reading.pivot(0)
    // @ts-expect-error the delay does not vary
    const variable: PivotReading<"variable"> = reading
    const asDeclared: PivotReading<3> = reading
    assert.deepStrictEqual([shorter, pivot, variable], [delay, undefined, asDeclared])
  })

  describe.each(["aapl-1d-lean", "spy-1d-lean"])("on %s", (series) => {
    it.skipIf(goldenMissing !== "").each([3, 6, 12])(
      `finds the pivots of order %d that a rolling window does, but for repetitions of a price${goldenMissing}`,
      (order) => {
        const candles = readSeries(series)
        const found = everyPivot(swingPivots({ left: order, right: order }), candles)
        const other = readGoldenPivots(`${series}.rw`, "order", order)
        const isRepetition = ({ candle, kind, price }: NumberedPivot): boolean =>
          candles.slice(candle - order, candle).some((earlier) => earlier[kind] === price)
        // The rolling window looks for the first time one candle later than it could.
        const comparable = found.filter(({ confirmedAt }) => confirmedAt > 2 * order)
        assert.isAbove(comparable.length, 200)
        assert.sameDeepMembers(
          [...comparable],
          other.filter((pivot) => !isRepetition(pivot))
        )
      }
    )
  })
})
