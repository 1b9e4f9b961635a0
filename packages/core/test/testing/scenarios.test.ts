import { assert, describe, it } from "@effect/vitest"

import { CandleBuilder, defaultCandleSettings } from "../../src/candles/CandleBuilder.ts"
import type { Candle } from "../../src/domain/Candle.ts"
import type { Tick } from "../../src/domain/Tick.ts"
import { scenarios, tickScenarios } from "../../src/testing/scenarios/scenarios.ts"
import { whole } from "../support/arbitraries.ts"
import { faultOf } from "../support/candleLaws.ts"

const seed = whole(-2_147_483_648, 2_147_483_647)

/** A property of a scenario whatever its seed. */
const shows = <Item>(
  scenario: { readonly name: string; readonly shows: string; readonly make: (seed: number) => ReadonlyArray<Item> },
  check: (made: ReadonlyArray<Item>) => void
) =>
  it.prop(`${scenario.name}: ${scenario.shows}`, [seed], ([seed]) => check(scenario.make(seed)), {
    arbitrary: { runs: 40 }
  })

describe("every scenario", () => {
  const all = [...Object.values(scenarios), ...Object.values(tickScenarios)]

  it("has a name of its own", () => {
    assert.strictEqual(new Set(all.map(({ name }) => name)).size, all.length)
  })

  it("is the same for the same seed", () => {
    for (const { make, name } of all) assert.deepStrictEqual(make(7), make(7), name)
  })

  it("is another for another seed", () => {
    for (const { make, name } of all) assert.notDeepEqual(make(7), make(8), name)
  })

  it("is made of valid candles in order of time, each minute once", () => {
    for (const { make, name } of Object.values(scenarios)) {
      for (const seed of [0, 1, -5, 123_456_789]) assert.strictEqual(faultOf(make(seed), minute), undefined, name)
    }
  })
})

describe("scenarios", () => {
  shows(scenarios.trendUp, (candles) => {
    const [one, two, three] = thirds(candles)
    assert.isAbove(ratio(last(candles).close, first(candles).open), 0.055)
    assert.isTrue(middle(one) < middle(two) && middle(two) < middle(three))
  })

  shows(scenarios.trendDown, (candles) => {
    const [one, two, three] = thirds(candles)
    assert.isBelow(ratio(last(candles).close, first(candles).open), -0.055)
    assert.isTrue(middle(one) > middle(two) && middle(two) > middle(three))
  })

  shows(scenarios.range, (candles) => {
    const open = first(candles).open
    assert.isBelow(highestOf(candles), open * 1.0145)
    assert.isAbove(lowestOf(candles), open * 0.9855)
    const crossings = candles.filter(
      ({ close }, index) => close > open !== (candles[index - 1] ?? first(candles)).close > open
    )
    assert.isAtLeast(crossings.length, 11)
  })

  shows(scenarios.randomWalk, (candles) => {
    assert.lengthOf(candles, 300)
    const rising = candles.filter(({ close, open }) => close > open).length
    assert.isTrue(rising > 90 && rising < 210, String(rising))
  })

  shows(scenarios.constantPrice, (candles) => {
    assert.strictEqual(highestOf(candles), lowestOf(candles))
  })

  shows(scenarios.doubleTop, (candles) => showsTwoTops(candles))
  shows(scenarios.doubleBottom, (candles) => showsTwoTops(upsideDown(candles)))

  shows(scenarios.headAndShoulders, (candles) => {
    const head = peakIn(candles)
    const left = at(candles, peakIn(candles.slice(0, head - 10)))
    const neck = head + 1 + peakIn(upsideDown(candles.slice(head + 1, head + 13)))
    const right = at(candles, neck + peakIn(candles.slice(neck)))
    assert.isBelow(Math.abs(ratio(left.high, right.high)), 0.004)
    assert.isAbove(ratio(at(candles, head).high, Math.max(left.high, right.high)), 0.015)
    assert.isBelow(last(candles).close, lowestOf(candles.filter(({ time }) => time > left.time && time < right.time)))
  })

  shows(scenarios.bullFlag, showsBullFlag)
  shows(scenarios.bearFlag, (candles) => showsBullFlag(upsideDown(candles)))

  shows(scenarios.priceGaps, (candles) => {
    const gaps = candles.filter((candle, index) => {
      const before = candles[index - 1] ?? candle
      return candle.open > before.high * 1.01 || candle.open < before.low * 0.99
    })
    assert.lengthOf(gaps, 4)
    assert.isTrue(candles.every(({ gap }) => gap === 0))
  })

  shows(scenarios.missingCandles, (candles) => {
    assert.lengthOf(candles, 60)
    const gaps = candles.map(({ gap }) => gap).filter((gap) => gap > 0)
    assert.lengthOf(gaps, 19)
    assert.isTrue(gaps.every((gap) => gap <= 5))
  })

  shows(scenarios.halt, (candles) => {
    const resumed = candles.findIndex(({ gap }) => gap > 0)
    const before = at(candles, resumed - 1)
    const after = at(candles, resumed)
    assert.isTrue(after.gap >= 10 && after.gap <= 30)
    assert.isAbove(Math.abs(ratio(after.open, before.close)), 0.05)
    assert.isAbove(after.volume, 2 * before.volume)
    assert.lengthOf(
      candles.filter(({ gap }) => gap > 0),
      1
    )
  })

  shows(scenarios.flashCrash, (candles) => {
    const bottom = candles.findIndex(({ low }) => low === lowestOf(candles))
    const before = at(candles, bottom - 4)
    assert.isBelow(ratio(at(candles, bottom).low, before.open), -0.08)
    assert.isAbove(ratio(at(candles, bottom + 10).close, before.open), -0.02)
    assert.isAbove(Math.max(at(candles, bottom).volume, at(candles, bottom - 1).volume), 4 * first(candles).volume)
  })

  shows(scenarios.hugeCandle, (candles) => {
    const byLength = candles.toSorted((one, other) => lengthOf(other) - lengthOf(one))
    const [huge, next] = [at(byLength, 0), at(byLength, 1)]
    assert.isAbove(lengthOf(huge), 20 * lengthOf(next))
    assert.isAbove(huge.volume, 20 * Math.max(...byLength.slice(1).map(({ volume }) => volume)))
  })

  shows(scenarios.zeroVolume, (candles) => {
    assert.isTrue(candles.every(({ volume }) => volume === 0))
    assert.isAbove(highestOf(candles), lowestOf(candles))
  })

  shows(scenarios.pennyPrices, (candles) => {
    assert.isBelow(highestOf(candles), 0.1)
    assert.isTrue(candles.every(({ close }) => Math.abs(close * 10_000 - Math.round(close * 10_000)) < 1e-6))
  })

  shows(scenarios.highPrices, (candles) => assert.isAbove(lowestOf(candles), 400_000))

  shows(scenarios.springForwardDay, (candles) => {
    assert.lengthOf(candles, 23 * 60)
    assert.deepStrictEqual(newYorkTimes(candles), ["2025-03-09 00:00", "2025-03-09 23:59"])
    assert.isFalse(candles.some(({ time }) => newYork(time).includes(" 02:")))
  })

  shows(scenarios.fallBackDay, (candles) => {
    assert.lengthOf(candles, 25 * 60)
    assert.deepStrictEqual(newYorkTimes(candles), ["2025-11-02 00:00", "2025-11-02 23:59"])
    assert.lengthOf(
      candles.filter(({ time }) => newYork(time).endsWith(" 01:30")),
      2
    )
  })

  shows(scenarios.halfDay, (candles) => {
    assert.lengthOf(candles, 210)
    assert.deepStrictEqual(newYorkTimes(candles), ["2025-07-03 09:30", "2025-07-03 12:59"])
    assert.isAbove(volumeOf(candles.slice(0, 15)), 2 * volumeOf(candles.slice(15, 30)))
    assert.isAbove(volumeOf(candles.slice(-15)), 2 * volumeOf(candles.slice(-30, -15)))
  })

  shows(scenarios.twoSessions, (candles) => {
    const morning = candles.findIndex(({ gap }) => gap > 0)
    assert.strictEqual(morning, 390)
    assert.deepStrictEqual(newYorkTimes(candles.slice(0, morning)), ["2025-07-23 09:30", "2025-07-23 15:59"])
    assert.deepStrictEqual(newYorkTimes(candles.slice(morning)), ["2025-07-24 09:30", "2025-07-24 15:59"])
    assert.isAbove(Math.abs(ratio(at(candles, morning).open, at(candles, morning - 1).close)), 0.005)
  })
})

describe("tickScenarios", () => {
  shows(tickScenarios.orderlyTicks, (ticks) => {
    assert.isTrue(ticks.every(({ time }, index) => time > (ticks[index - 1]?.time ?? 0)))
    assert.isAbove((ticks.at(-1)?.time ?? 0) - (ticks[0]?.time ?? 0), 590_000)
  })

  shows(tickScenarios.lateTicks, (ticks) => {
    const { refused } = built(ticks)
    assert.isAbove(refused, 0)
    assert.isBelow(refused, ticks.length / 5)
  })

  shows(tickScenarios.duplicateTicks, (ticks) => {
    const copies = ticks.length - new Set(ticks.map((tick) => JSON.stringify(tick))).size
    assert.isAbove(copies, 0)
    assert.isBelow(copies, ticks.length / 2)
  })

  shows(tickScenarios.unorderedTicks, (ticks) => {
    const sorted = ticks.toSorted((one, other) => one.time - other.time)
    assert.notDeepEqual(ticks, sorted)
    assert.deepStrictEqual(built(ticks), built(sorted))
    assert.strictEqual(built(ticks).refused, 0)
  })
})

const minute = 60_000

const at = (candles: ReadonlyArray<Candle>, index: number): Candle => {
  const candle = candles.at(index)
  if (candle === undefined) throw new Error(`there is no candle ${index}`)
  return candle
}

const first = (candles: ReadonlyArray<Candle>): Candle => at(candles, 0)
const last = (candles: ReadonlyArray<Candle>): Candle => at(candles, -1)
const highestOf = (candles: ReadonlyArray<Candle>): number => Math.max(...candles.map(({ high }) => high))
const lowestOf = (candles: ReadonlyArray<Candle>): number => Math.min(...candles.map(({ low }) => low))
const lengthOf = ({ high, low }: Candle): number => high - low
const ratio = (price: number, before: number): number => price / before - 1
const volumeOf = (candles: ReadonlyArray<Candle>): number => candles.reduce((sum, { volume }) => sum + volume, 0)

const middle = (candles: ReadonlyArray<Candle>): number =>
  candles.reduce((sum, { close }) => sum + close, 0) / candles.length

const thirds = (candles: ReadonlyArray<Candle>) => {
  const third = candles.length / 3
  return [candles.slice(0, third), candles.slice(third, 2 * third), candles.slice(2 * third)] as const
}

const peakIn = (candles: ReadonlyArray<Candle>): number => candles.findIndex(({ high }) => high === highestOf(candles))

const upsideDown = (candles: ReadonlyArray<Candle>): ReadonlyArray<Candle> => {
  const turned = 2 * first(candles).open
  return candles.map(({ close, high, low, open, ...candle }) => ({
    ...candle,
    open: turned - open,
    high: turned - low,
    low: turned - high,
    close: turned - close
  }))
}

const showsTwoTops = (candles: ReadonlyArray<Candle>): void => {
  const peak = peakIn(candles)
  const others = candles.map((candle, index) => (Math.abs(index - peak) > 9 ? candle : { ...candle, high: 0 }))
  const [one, two] = [peak, peakIn(others)].toSorted((left, right) => left - right)
  const valley = lowestOf(candles.slice(one, two))
  assert.isBelow(Math.abs(ratio(highestOf(others), highestOf(candles))), 0.004)
  assert.isBelow(ratio(valley, highestOf(others)), -0.015)
  assert.isBelow(last(candles).close, valley)
}

const showsBullFlag = (candles: ReadonlyArray<Candle>): void => {
  const broken = candles.slice(0, -3)
  const top = peakIn(broken)
  const foot = first(candles).open
  const height = at(broken, top).high - foot
  const drift = broken.slice(top + 1)
  assert.isAbove(height / foot, 0.05)
  assert.isAtLeast(drift.length, 6)
  assert.isAbove(lowestOf(drift), foot + height / 2)
  assert.isAbove(at(broken, top - 2).volume, 2 * Math.max(...drift.map(({ volume }) => volume)))
  assert.isAbove(last(candles).close, highestOf(broken))
}

const newYork = (time: number): string => newYorkFormat.format(time)

const newYorkFormat = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "America/New_York",
  dateStyle: "short",
  timeStyle: "short"
})

const newYorkTimes = (candles: ReadonlyArray<Candle>): ReadonlyArray<string> => [
  newYork(first(candles).time),
  newYork(last(candles).time)
]

/** The candles of the ticks with the usual grace, and how many ticks came too late for them. */
const built = (ticks: ReadonlyArray<Tick>) => {
  const candles: Array<Candle> = []
  const builder = new CandleBuilder(defaultCandleSettings, (candle) => candles.push(candle))
  const refused = ticks.filter(({ price, time, volume }) => !builder.add(time, price, volume ?? Number.NaN)).length
  builder.closeUpTo(Number.POSITIVE_INFINITY)
  return { candles, refused }
}
