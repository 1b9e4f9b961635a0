import { assert, describe, it } from "@effect/vitest"

import type { Candle } from "../../src/domain/Candle.ts"
import type { Feature } from "../../src/plugin/defineFeature.ts"
import { InvalidDefinition } from "../../src/plugin/identity.ts"
import {
  adx,
  aroon,
  bollingerBands,
  commodityChannelIndex,
  linearRegressionSlope,
  macd,
  moneyFlowIndex,
  natr,
  onBalanceVolume,
  rateOfChange,
  standardDeviation,
  stochastic,
  trueRange,
  williamsR,
  wma
} from "../../src/toolbox/index.ts"
import { whole } from "../support/arbitraries.ts"
import { candleAt } from "../support/candles.ts"
import { shownAfterEach, shownWithRestarts } from "./support/following.ts"
import { candlesOfAnyMarket, closingAt, randomWalk } from "./support/markets.ts"

/** What becomes of an indicator's values when all prices double. */
type Scale = "doubles" | "stays"

interface Case {
  readonly name: string
  readonly of: (period: number) => Feature<object>
  readonly scale: Scale
  /** What its values lie between, if anything. */
  readonly bounds?: readonly [number, number]
}

/** Whose values depend on the newest candles alone, to the last bit. */
const windowed: ReadonlyArray<Case> = [
  { name: "wma", of: (period) => wma(period), scale: "doubles" },
  { name: "trueRange", of: () => trueRange(), scale: "doubles" },
  { name: "linearRegressionSlope", of: (period) => linearRegressionSlope(period + 1), scale: "doubles" },
  { name: "rateOfChange", of: (period) => rateOfChange(period), scale: "stays" },
  { name: "commodityChannelIndex", of: (period) => commodityChannelIndex(period + 1), scale: "stays" },
  { name: "stochastic", of: (period) => stochastic(period, 3, 2), scale: "stays", bounds: [0, 100] },
  { name: "williamsR", of: (period) => williamsR(period), scale: "stays", bounds: [-100, 0] },
  { name: "moneyFlowIndex", of: (period) => moneyFlowIndex(period), scale: "stays", bounds: [0, 100] },
  { name: "aroon", of: (period) => aroon(period), scale: "stays", bounds: [0, 100] }
]

/** In whose values a trace of where they began remains. */
const recursive: ReadonlyArray<Case> = [
  { name: "natr", of: (period) => natr(period), scale: "stays" },
  { name: "macd", of: (period) => macd(period, period + 3, 3), scale: "doubles" },
  { name: "adx", of: (period) => adx(period + 1), scale: "stays", bounds: [0, 100] },
  { name: "standardDeviation", of: (period) => standardDeviation(period), scale: "doubles" },
  { name: "bollingerBands", of: (period) => bollingerBands(period, 2), scale: "doubles" }
]

const forgetting = [...windowed, ...recursive]
const every: ReadonlyArray<Case> = [
  ...forgetting,
  { name: "onBalanceVolume", of: () => onBalanceVolume(), scale: "stays" }
]

/** Every number of a reading by its field. */
const numbersIn = (reading: object, prefix = ""): Readonly<Record<string, number>> => {
  const numbers: Record<string, number> = {}
  for (const [field, value] of Object.entries<unknown>({ ...reading })) {
    if (typeof value === "number") numbers[`${prefix}${field}`] = value
    else if (typeof value === "object" && value !== null) Object.assign(numbers, numbersIn(value, `${prefix}${field}.`))
  }
  return numbers
}

/** The values without those of the candle before. */
const valuesIn = (reading: object): ReadonlyArray<number> =>
  Object.entries(numbersIn(reading)).flatMap(([field, value]) => (field.endsWith("previous") ? [] : [value]))

const renamed = (numbers: Readonly<Record<string, number>>, from: string, to: string) =>
  Object.fromEntries(
    Object.entries(numbers).flatMap(([field, value]) =>
      field.endsWith(from) ? [[field.replace(from, to), value]] : []
    )
  )

const after = (feature: Feature<object>, candles: ReadonlyArray<Candle>) => shownAfterEach(feature, candles, numbersIn)

const last = (feature: Feature<object>, candles: ReadonlyArray<Candle>) => {
  const shown = shownAfterEach(feature, candles, valuesIn).at(-1)
  return shown ?? assert.fail("There are candles")
}

describe.each(every)("$name", ({ of, scale }) => {
  it.prop(
    "survives a restart after every candle",
    [candlesOfAnyMarket(30), whole(1, 6)],
    ([candles, period]) => {
      const feature = of(period)
      assert.deepStrictEqual(shownWithRestarts(feature, candles, numbersIn), after(feature, candles))
    },
    { arbitrary: { runs: 100 } }
  )

  it("shows as previous what it showed as value one candle before", () => {
    const shown = after(of(4), randomWalk(40))
    assert.deepStrictEqual(
      shown.slice(1).map((numbers) => renamed(numbers, "previous", "value")),
      shown.slice(0, -1).map((numbers) => renamed(numbers, "value", "value"))
    )
  })

  it(`${scale} when all prices double`, () => {
    const candles = randomWalk(100)
    const doubled = candles.map((candle) => ({
      ...candle,
      open: candle.open * 2,
      high: candle.high * 2,
      low: candle.low * 2,
      close: candle.close * 2
    }))
    const factor = scale === "doubles" ? 2 : 1
    assert.deepStrictEqual(
      shownAfterEach(of(5), doubled, valuesIn),
      shownAfterEach(of(5), candles, valuesIn).map((values) => values.map((value) => value * factor))
    )
  })

  it("shows nothing infinite on candles that cost nothing", () => {
    const free = Array.from({ length: 40 }, (_, minutes) => candleAt(minutes, { close: 0, volume: 0 }))
    for (const values of shownAfterEach(of(3), free, valuesIn)) {
      for (const value of values) assert.isFalse(Math.abs(value) === Number.POSITIVE_INFINITY)
    }
    assert.isFalse(last(of(3), free).some(Number.isNaN))
  })
})

describe.each(forgetting)("$name", ({ of }) => {
  it("shows nothing at the first candle, and every value once it is warm", () => {
    const feature = of(5)
    const [first, ...rest] = after(feature, randomWalk(feature.warmUp))
    assert.isTrue(Object.values(first ?? {}).every(Number.isNaN))
    assert.isFalse(Object.values(rest.at(-1) ?? {}).some(Number.isNaN))
  })
})

describe.each(recursive)("$name", ({ of }) => {
  it("has all but forgotten where it began, once it is warm", () => {
    const candles = randomWalk(2_000)
    const feature = of(14)
    const early = last(feature, candles)
    const late = last(feature, candles.slice(-feature.warmUp))
    const price = candles.at(-1)?.close ?? 0
    early.forEach((value, index) => assert.closeTo(late[index] ?? Number.NaN, value, 1e-3 * Math.max(value, price)))
  })
})

describe.each(windowed)("$name", ({ of }) => {
  it("is the same to the last bit wherever it began, once it is warm", () => {
    const candles = randomWalk(20_000)
    const feature = of(20)
    assert.deepStrictEqual(after(feature, candles.slice(-feature.warmUp)).at(-1), after(feature, candles).at(-1))
  })
})

describe.each(every.filter(({ bounds }) => bounds !== undefined))("$name", ({ bounds: [least, most] = [0, 0], of }) => {
  it.prop(
    `lies between ${least} and ${most} on any market`,
    [candlesOfAnyMarket(40), whole(1, 6)],
    ([candles, period]) => {
      for (const values of shownAfterEach(of(period), candles, valuesIn)) {
        for (const value of values) {
          if (!Number.isNaN(value)) assert.isTrue(value >= least - 1e-9 && value <= most + 1e-9, `${value}`)
        }
      }
    },
    { arbitrary: { runs: 200 } }
  )
})

describe("a market that does not move", () => {
  const flat = closingAt(...Array.from({ length: 60 }, () => 10.1))
  for (const [name, feature, expected] of [
    ["wma", wma(14), [10.1]],
    ["trueRange", trueRange(), [0]],
    ["natr", natr(14), [0]],
    ["macd", macd(), [0, 0, 0]],
    ["adx", adx(14), [0, 0, 0]],
    ["stochastic", stochastic(), [0, 0]],
    ["williamsR", williamsR(14), [0]],
    ["commodityChannelIndex", commodityChannelIndex(14), [0]],
    ["moneyFlowIndex", moneyFlowIndex(14), [0]],
    ["onBalanceVolume", onBalanceVolume(), [100]],
    ["rateOfChange", rateOfChange(10), [0]],
    ["linearRegressionSlope", linearRegressionSlope(14), [0]],
    ["aroon", aroon(14), [100, 100]]
  ] as const) {
    it(`leaves ${name} at ${expected.join(", ")}`, () => {
      last(feature, flat).forEach((value, index) => assert.closeTo(value, expected[index] ?? Number.NaN, 1e-13))
    })
  }

  it("leaves a standard deviation at what rounding leaves of the squares", () => {
    assert.isBelow(last(standardDeviation(20), flat)[0] ?? 1, 1e-6 * 10.1)
  })
})

describe("a market without volume", () => {
  const quiet = randomWalk(60).map((candle) => Object.assign({}, candle, { volume: 0 }))

  it("has no money flow and no balance", () => {
    assert.deepStrictEqual([last(moneyFlowIndex(14), quiet), last(onBalanceVolume(), quiet)], [[0], [0]])
  })
})

describe("linearRegressionSlope", () => {
  it("is the slope of prices on a line", () => {
    const line = closingAt(...Array.from({ length: 30 }, (_, index) => 10 + 0.25 * index))
    assert.deepStrictEqual(last(linearRegressionSlope(14), line), [0.25])
  })
})

describe("aroon", () => {
  it("takes of equal extremes the newest", () => {
    const candles = closingAt(5, 9, 5, 9, 6, 5, 7)
    const [up, down] = last(aroon(6), candles)
    assert.closeTo(up ?? 0, 50, 1e-9)
    assert.closeTo(down ?? 0, (100 * 5) / 6, 1e-9)
  })
})

describe("the parameters of indicators", () => {
  const makers: ReadonlyArray<readonly [string, (count: number) => unknown]> = [
    ["wma", (count) => wma(count)],
    ["natr", (count) => natr(count)],
    ["macd fast", (count) => macd(count, 26, 9)],
    ["macd slow", (count) => macd(1, count, 9)],
    ["macd signal", (count) => macd(12, 26, count)],
    ["bollingerBands", (count) => bollingerBands(count)],
    ["adx", (count) => adx(count)],
    ["stochastic", (count) => stochastic(count)],
    ["stochastic smoothing", (count) => stochastic(5, count)],
    ["stochastic signal", (count) => stochastic(5, 3, count)],
    ["commodityChannelIndex", (count) => commodityChannelIndex(count)],
    ["williamsR", (count) => williamsR(count)],
    ["moneyFlowIndex", (count) => moneyFlowIndex(count)],
    ["rateOfChange", (count) => rateOfChange(count)],
    ["standardDeviation", (count) => standardDeviation(count)],
    ["linearRegressionSlope", (count) => linearRegressionSlope(count)],
    ["aroon", (count) => aroon(count)]
  ]
  it.each(makers)("are refused by %s when they are no whole numbers of candles", (_, make) => {
    for (const count of [0, -3, 2.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(() => make(count), InvalidDefinition, "a whole number from")
    }
  })

  it("are refused where a fast average is not faster than the slow one, or bands have no width", () => {
    assert.throws(() => macd(26, 26), InvalidDefinition, "a fast period below the slow one")
    for (const deviations of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(() => bollingerBands(20, deviations), InvalidDefinition, "a number above 0")
    }
  })

  it("tell indicators apart", () => {
    const keys = [macd(), macd(5), macd(12, 30), macd(12, 26, 5), bollingerBands(20), bollingerBands(20, 3), adx(5)]
    assert.strictEqual(new Set(keys.map(({ key }) => key)).size, keys.length)
    assert.strictEqual(macd().key, macd(12, 26, 9).key)
  })
})
