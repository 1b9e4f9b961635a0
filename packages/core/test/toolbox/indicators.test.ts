import { assert, describe, it } from "@effect/vitest"

import { InvalidDefinition } from "../../src/plugin/identity.ts"
import {
  atr,
  ema,
  type IndicatorReading,
  rollingMaximum,
  rollingMinimum,
  rsi,
  sma,
  vwap
} from "../../src/toolbox/index.ts"
import type { PriceSource } from "../../src/toolbox/index.ts"
import { whole } from "../support/arbitraries.ts"
import { candleAt } from "../support/candles.ts"
import { following, shownAfterEach, shownWithRestarts } from "./support/following.ts"
import { candlesOfAnyMarket, randomWalk } from "./support/markets.ts"
import {
  naiveAtr,
  naiveEma,
  naiveMaximum,
  naiveMinimum,
  naiveRsi,
  naiveSimpleAtr,
  naiveSma,
  naiveVwap,
  naiveVwapOfDay
} from "./support/naiveIndicators.ts"
import { candlesOfRows, cell, goldenMissing, readFixture, readGolden, readSeries, type Row } from "./support/tables.ts"

/** Whose value depends on the newest `period` candles alone. */
const windowed = [
  { name: "sma", of: (period: number) => sma(period), naive: naiveSma },
  { name: "rollingMaximum", of: (period: number) => rollingMaximum(period), naive: naiveMaximum },
  { name: "rollingMinimum", of: (period: number) => rollingMinimum(period), naive: naiveMinimum },
  { name: "simple atr", of: (period: number) => atr(period, "simple"), naive: naiveSimpleAtr },
  { name: "vwap of a number of candles", of: (period: number) => vwap(period), naive: naiveVwap }
]

/** Whose value never quite forgets. */
const recursive = [
  { name: "ema", of: (period: number) => ema(period), naive: naiveEma },
  { name: "atr", of: (period: number) => atr(period), naive: naiveAtr },
  { name: "rsi", of: (period: number) => rsi(period), naive: naiveRsi }
]

const everyIndicator = [
  ...windowed,
  ...recursive,
  { name: "vwap of the day", of: () => vwap("day"), naive: () => naiveVwapOfDay }
]

const both = ({ previous, value }: IndicatorReading): readonly [number, number] => [value, previous]

const valueOf = ({ value }: IndicatorReading): number => value

/** Fails unless the values agree to a billionth of the expected one. */
const assertEqualToTheBillionth = (actual: ReadonlyArray<number>, expected: ReadonlyArray<number>): void => {
  assert.strictEqual(actual.length, expected.length)
  const different = actual.findIndex((value, index) => {
    const other = expected[index] ?? Number.NaN
    return !(Object.is(value, other) || Math.abs(value - other) <= 1e-9 * Math.abs(other))
  })
  if (different >= 0) assert.fail(`candle ${different}: ${actual[different]} instead of ${expected[different]}`)
}

describe.each(everyIndicator)("$name", ({ naive, of }) => {
  it.prop(
    "is what its definition gives, on any market",
    [candlesOfAnyMarket(30), whole(1, 6)],
    ([candles, period]) => {
      assertEqualToTheBillionth(shownAfterEach(of(period), candles, valueOf), naive(period)(candles))
    },
    { arbitrary: { runs: 200 } }
  )

  it.prop(
    "survives a restart after every candle",
    [candlesOfAnyMarket(30), whole(1, 6)],
    ([candles, period]) => {
      assert.deepStrictEqual(shownWithRestarts(of(period), candles, both), shownAfterEach(of(period), candles, both))
    },
    { arbitrary: { runs: 100 } }
  )

  it("shows as previous what it showed as value one candle before", () => {
    const shown = shownAfterEach(of(4), randomWalk(30), both)
    assert.deepStrictEqual(
      shown.slice(1).map(([, previous]) => previous),
      shown.slice(0, -1).map(([value]) => value)
    )
  })
})

describe.each(windowed)("$name", ({ of }) => {
  it("is the same to the last bit wherever it began, once it is warm", () => {
    const candles = randomWalk(100_000)
    const feature = of(20)
    const begun = candles.length - feature.warmUp
    const early = shownAfterEach(feature, candles, both).at(-1)
    assert.deepStrictEqual(shownAfterEach(feature, candles.slice(begun), both).at(-1), early)
  })

  it("does not drift over 100,000 candles", () => {
    const candles = randomWalk(100_000)
    const newest = candles.slice(-25)
    const { naive } = windowed.find((each) => each.of === of) ?? assert.fail("It is one of the indicators")
    const last = shownAfterEach(of(20), candles, valueOf).at(-1) ?? Number.NaN
    assert.closeTo(last, naive(20)(newest).at(-1) ?? Number.NaN, 1e-13 * last)
  })
})

describe.each(recursive)("$name", ({ name, of }) => {
  const calm = randomWalk(1000)
  const far = 1e6
  /** How much of a start far away is left after each calm candle, as a share of it. */
  const influence = (period: number): ReadonlyArray<number> => {
    const farAway = Array.from({ length: 50 }, (_, minutes) =>
      candleAt(minutes, { high: far, close: far * (minutes % 2) })
    )
    const early = shownAfterEach(of(period), [...farAway, ...calm], valueOf).slice(farAway.length)
    const scale = name === "rsi" ? (100 * far) / 0.1 : far
    return shownAfterEach(of(period), calm, valueOf).map(
      (value, index) => Math.abs(value - (early[index] ?? 0)) / scale
    )
  }

  it("has forgotten where it began but for a thousandth, once it is warm", () => {
    for (const period of [1, 2, 14, 20]) {
      const left = influence(period)
      for (const share of left.slice(of(period).warmUp - 1)) assert.isBelow(share, 1e-3)
    }
  })

  // What is left of an RSI is measured against a bound that it does not reach.
  if (name !== "rsi") {
    it("declares no more than twice the candles that this takes", () => {
      const { warmUp } = of(14)
      assert.isAbove(influence(14)[Math.floor(warmUp / 2)] ?? 0, 1e-3)
    })
  }
})

describe.each(["sma", "ema", "rsi", "atr", "vwap", "rollingMaximum", "rollingMinimum"] as const)("%s", (name) => {
  const of = { sma, ema, rsi, atr, vwap, rollingMaximum, rollingMinimum }[name]

  it("refuses a period that is no whole number of candles", () => {
    for (const period of [0, -3, 2.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(() => of(period), InvalidDefinition, "a whole number from 1 on")
    }
  })

  it("has another key for another period", () => {
    assert.notStrictEqual(of(5).key, of(6).key)
    assert.strictEqual(of(5).key, of(5).key)
  })
})

describe("the source of an indicator", () => {
  const candle = candleAt(0, { open: 3, high: 9, low: 1, close: 5, volume: 700 })
  const read = (source: PriceSource): number => {
    const { reading, take } = following(sma(1, source))
    take(candle)
    return reading.value
  }

  it("is a part of the candle, or the mean of high, low and close", () => {
    assert.deepStrictEqual(
      (["open", "high", "low", "close", "volume", "typical"] as const).map(read),
      [3, 9, 1, 5, 700, 5]
    )
  })

  it("tells indicators apart", () => {
    assert.notStrictEqual(ema(5, "high").key, ema(5, "low").key)
  })
})

const columns = [
  { column: "sma20", feature: sma(20) },
  { column: "ema20", feature: ema(20) },
  { column: "rsi14", feature: rsi(14) },
  { column: "atr14", feature: atr(14) },
  { column: "max20_high", feature: rollingMaximum(20) },
  { column: "min20_low", feature: rollingMinimum(20) }
]

describe.each(columns)("$column", ({ column, feature }) => {
  const values = (rows: ReadonlyArray<Row>): ReadonlyArray<number> => rows.map((row) => cell(row, column))

  it("is what a batch implementation of TA-Lib's definition gives", () => {
    const rows = readFixture("indicators.csv")
    assertEqualToTheBillionth(shownAfterEach(feature, candlesOfRows(rows), valueOf), values(rows))
  })

  it.skipIf(goldenMissing !== "").each(["aapl-1d-lean", "spy-1m-lean-20131004-20131011"])(
    `is what TA-Lib gives for %s${goldenMissing}`,
    (series) => {
      const rows = readGolden(`indicators/${series}.csv.gz`)
      assertEqualToTheBillionth(shownAfterEach(feature, readSeries(series), valueOf), values(rows))
    }
  )
})
