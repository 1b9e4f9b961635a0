import { assert, describe, it } from "@effect/vitest"
import { Arbitrary } from "effect"

import { CandleBuilder, defaultCandleSettings } from "../../src/candles/CandleBuilder.ts"
import type { Candle } from "../../src/domain/Candle.ts"
import { epochMillis } from "../../src/domain/EpochMillis.ts"
import { price, shuffled, whole } from "../support/arbitraries.ts"
import { minute, start } from "../support/candles.ts"

interface Print {
  readonly time: number
  readonly price: number
  readonly volume: number
}

const grace = defaultCandleSettings.graceMillis
const unsized = Number.NaN

/** A builder that has covered everything, and what it has closed. */
const makeBuilder = (settings = defaultCandleSettings) => {
  const closed: Array<Candle> = []
  return { builder: new CandleBuilder(settings, (candle) => closed.push(candle)), closed }
}

const build = (prints: ReadonlyArray<Print>) => {
  const { builder, closed } = makeBuilder()
  const accepted = prints.filter((print) => builder.add(print.time, print.price, print.volume))
  builder.closeUpTo(Number.POSITIVE_INFINITY)
  return { accepted, closed }
}

const startOf = (time: number): number => Math.floor(time / minute) * minute

/** The candles of the prints by the definition: grouped by minute, ordered by time, of equal times by arrival. */
const groupByMinute = (prints: ReadonlyArray<Print>): ReadonlyArray<Candle> => {
  const groups = Object.groupBy(prints, ({ time }) => String(startOf(time)))
  const times = Object.keys(groups)
    .map(Number)
    .sort((one, other) => one - other)
  return times.map((time, index) => {
    const group = (groups[String(time)] ?? []).toSorted((one, other) => one.time - other.time)
    const prices = group.map(({ price }) => price)
    return {
      time: epochMillis(time),
      open: prices.at(0) ?? Number.NaN,
      high: Math.max(...prices),
      low: Math.min(...prices),
      close: prices.at(-1) ?? Number.NaN,
      volume: group.reduce((sum, { volume }) => sum + volume, 0),
      ticks: group.length,
      partial: false,
      gap: index === 0 ? 0 : (time - (times[index - 1] ?? 0)) / minute - 1
    }
  })
}

const print = (offset: Arbitrary.Arbitrary<number>): Arbitrary.Arbitrary<Print> =>
  Arbitrary.map(Arbitrary.all([offset, price, whole(0, 1_000)]), ([offset, price, volume]) => ({
    time: start + offset,
    price,
    volume
  }))

const printsAnywhere = Arbitrary.array(print(whole(0, 8 * minute)), { maxLength: 80 })

const withDistinctTimes = (prints: ReadonlyArray<Print>): ReadonlyArray<Print> =>
  prints.filter(({ time }, index) => prints.findIndex((other) => other.time === time) === index)

const many = { arbitrary: { runs: 500 } }

describe("CandleBuilder", () => {
  it.prop(
    "makes the candles of the definition out of ticks in order of time",
    [printsAnywhere],
    ([prints]) => {
      const inOrder = prints.toSorted((one, other) => one.time - other.time)
      const { accepted, closed } = build(inOrder)
      assert.strictEqual(accepted.length, inOrder.length)
      assert.deepStrictEqual(closed, groupByMinute(inOrder))
    },
    many
  )

  it.prop(
    "makes the same candles out of ticks in whatever order they arrive within the grace",
    [
      Arbitrary.flatMap(
        Arbitrary.array(print(whole(minute - grace, minute + grace - 1)), { maxLength: 25 }),
        (prints) => shuffled(withDistinctTimes(prints))
      )
    ],
    ([prints]) => {
      const { accepted, closed } = build(prints)
      assert.strictEqual(accepted.length, prints.length)
      assert.deepStrictEqual(closed, groupByMinute(prints))
    },
    many
  )

  it.prop(
    "makes the same candle out of the ticks of one minute in whatever order",
    [Arbitrary.array(print(whole(0, minute - 1)), { minLength: 1, maxLength: 25 })],
    ([prints]) => {
      const distinct = withDistinctTimes(prints)
      assert.deepStrictEqual(build(distinct).closed, groupByMinute(distinct))
    },
    many
  )

  it.prop(
    "puts every tick it takes into the one candle of its minute and closes candles in order, whatever comes",
    [printsAnywhere],
    ([prints]) => {
      const { accepted, closed } = build(prints)
      assert.deepStrictEqual(closed, groupByMinute(accepted))
    },
    many
  )

  it.prop(
    "refuses a tick exactly when a tick before it was past the end and grace of its minute",
    [printsAnywhere],
    ([prints]) => {
      const { builder } = makeBuilder()
      let newest = Number.NEGATIVE_INFINITY
      for (const { price, time, volume } of prints) {
        const isOver = newest >= startOf(time) + minute + grace
        assert.strictEqual(builder.add(time, price, volume), !isOver)
        if (!isOver) newest = Math.max(newest, time)
      }
    },
    many
  )

  it.prop(
    "loses no tick and closes no minute twice when the market clock runs in between",
    [
      Arbitrary.array(Arbitrary.all([print(whole(0, 8 * minute)), whole(-5 * minute, 15 * minute)]), {
        maxLength: 80
      })
    ],
    ([steps]) => {
      const { builder, closed } = makeBuilder()
      const accepted: Array<Print> = []
      for (const [print, clock] of steps) {
        if (builder.add(print.time, print.price, print.volume)) accepted.push(print)
        if (clock >= 0 && clock <= 9 * minute) {
          builder.closeUpTo(start + clock)
          const lastOver = closed.at(-1)?.time ?? 0
          assert.isTrue(
            builder.openCandles().every(({ time }) => time > lastOver && time + minute + grace > start + clock)
          )
        }
        const held = [...closed, ...builder.openCandles()].reduce((sum, { ticks }) => sum + ticks, 0)
        assert.strictEqual(held, accepted.length)
      }
      builder.closeUpTo(Number.POSITIVE_INFINITY)
      assert.deepStrictEqual(closed, groupByMinute(accepted))
    },
    many
  )
})

describe("a candle holds the ticks from its start to before its end", () => {
  it("its first millisecond included", () => {
    const { closed } = build([{ time: start, price: 1, volume: 1 }])
    assert.strictEqual(closed[0]?.time, start)
  })

  it("its last millisecond included", () => {
    const { closed } = build([{ time: start + minute - 1, price: 1, volume: 1 }])
    assert.strictEqual(closed[0]?.time, start)
  })

  it("its end not included", () => {
    const { closed } = build([
      { time: start + minute - 1, price: 1, volume: 1 },
      { time: start + minute, price: 2, volume: 1 }
    ])
    assert.deepStrictEqual(
      closed.map(({ close, time }) => [time, close]),
      [
        [start, 1],
        [start + minute, 2]
      ]
    )
  })

  it("of two ticks of the same time opening with the first to arrive and closing with the last", () => {
    const { closed } = build([
      { time: start + 5, price: 2, volume: 1 },
      { time: start + 5, price: 3, volume: 1 }
    ])
    assert.deepStrictEqual([closed[0]?.open, closed[0]?.close], [2, 3])
  })

  it("opening with the oldest and closing with the newest tick even when they arrive late", () => {
    const { closed } = build([
      { time: start + 30_000, price: 2, volume: 1 },
      { time: start + 10_000, price: 1, volume: 1 },
      { time: start + 20_000, price: 9, volume: 1 }
    ])
    assert.deepStrictEqual([closed[0]?.open, closed[0]?.high, closed[0]?.close], [1, 9, 2])
  })
})

describe("a late tick", () => {
  it("is merged until a tick of the next minute is the grace past the end", () => {
    const { builder, closed } = makeBuilder()
    builder.add(start + 1_000, 1, unsized)
    builder.add(start + minute + grace - 1, 2, unsized)
    assert.isTrue(builder.add(start + 59_000, 5, unsized))
    assert.deepStrictEqual(closed, [])
    builder.add(start + minute + grace, 2, unsized)
    assert.deepStrictEqual([closed[0]?.time, closed[0]?.close, closed[0]?.ticks], [start, 5, 2])
  })

  it("is refused from a tick that is the grace past the end on", () => {
    const { builder, closed } = makeBuilder()
    builder.add(start + 1_000, 1, unsized)
    builder.add(start + minute + grace, 2, unsized)
    assert.isFalse(builder.add(start + 59_000, 5, unsized))
    assert.deepStrictEqual([closed.length, closed[0]?.close], [1, 1])
  })

  it("is merged until the market clock is the grace past the end", () => {
    const { builder, closed } = makeBuilder()
    builder.add(start + 1_000, 1, unsized)
    builder.closeUpTo(start + minute + grace - 1)
    assert.isTrue(builder.add(start + 59_000, 5, unsized))
    builder.closeUpTo(start + minute + grace)
    assert.deepStrictEqual([closed[0]?.close, closed[0]?.ticks], [5, 2])
  })

  it("is refused once the market clock has closed its candle", () => {
    const { builder, closed } = makeBuilder()
    builder.add(start + 1_000, 1, unsized)
    builder.closeUpTo(start + minute + grace)
    assert.isFalse(builder.add(start + 59_000, 5, unsized))
    assert.strictEqual(closed.length, 1)
  })

  it("opens a candle of its own when its minute had none and is within the grace", () => {
    const { builder, closed } = makeBuilder()
    builder.add(start + minute + 500, 2, unsized)
    assert.isTrue(builder.add(start + 59_000, 1, unsized))
    builder.closeUpTo(start + 5 * minute)
    assert.deepStrictEqual(
      closed.map(({ close, gap, time }) => [time, close, gap]),
      [
        [start, 1, 0],
        [start + minute, 2, 0]
      ]
    )
  })

  it("is refused without any grace as soon as the next minute has begun", () => {
    const { builder } = makeBuilder({ ...defaultCandleSettings, graceMillis: 0 })
    builder.add(start + minute, 2, unsized)
    assert.isFalse(builder.add(start + minute - 1, 1, unsized))
  })

  it("is merged for a whole interval when the grace is one", () => {
    const { builder, closed } = makeBuilder({ ...defaultCandleSettings, graceMillis: minute })
    builder.add(start, 1, unsized)
    builder.add(start + 2 * minute - 1, 2, unsized)
    assert.isTrue(builder.add(start + 1, 3, unsized))
    builder.add(start + 2 * minute, 2, unsized)
    assert.deepStrictEqual([closed.length, closed[0]?.close], [1, 3])
  })
})

describe("an empty minute", () => {
  it("makes no candle but counts in the gap of the next", () => {
    const { closed } = build([
      { time: start, price: 1, volume: 1 },
      { time: start + minute, price: 1, volume: 1 },
      { time: start + 5 * minute, price: 1, volume: 1 }
    ])
    assert.deepStrictEqual(
      closed.map(({ gap, time }) => [time, gap]),
      [
        [start, 0],
        [start + minute, 0],
        [start + 5 * minute, 3]
      ]
    )
  })

  it("does not count in the gap of an open candle while the minute before is open too", () => {
    const { builder } = makeBuilder()
    builder.add(start, 1, unsized)
    builder.closeUpTo(start + minute + grace)
    builder.add(start + 3 * minute, 1, unsized)
    builder.add(start + 4 * minute, 1, unsized)
    assert.deepStrictEqual(
      builder.openCandles().map(({ gap, time }) => [time, gap]),
      [
        [start + 3 * minute, 2],
        [start + 4 * minute, 0]
      ]
    )
  })
})

describe("a candle is partial", () => {
  it("when ticks are complete only from within it", () => {
    const { builder, closed } = makeBuilder()
    builder.coverFrom(start + 1)
    builder.add(start + 1, 1, unsized)
    builder.add(start + minute, 1, unsized)
    builder.closeUpTo(start + 5 * minute)
    assert.deepStrictEqual(
      closed.map(({ partial }) => partial),
      [true, false]
    )
  })

  it("but not when ticks are complete from its very start", () => {
    const { builder } = makeBuilder()
    builder.coverFrom(start)
    builder.add(start, 1, unsized)
    assert.isFalse(builder.openCandles()[0]?.partial)
  })

  it("when coverage was lost while it was open, even if it came back", () => {
    const { builder, closed } = makeBuilder()
    builder.add(start + 59_000, 1, unsized)
    builder.add(start + minute + 500, 1, unsized)
    builder.loseCoverage()
    builder.coverFrom(start + minute + 900)
    builder.add(start + minute + 900, 1, unsized)
    builder.add(start + 2 * minute, 1, unsized)
    builder.closeUpTo(start + 9 * minute)
    assert.deepStrictEqual(
      closed.map(({ partial }) => partial),
      [true, true, false]
    )
  })

  const state = { time: start, open: 1.2, high: 2, low: 1, ticks: 4 }

  it("until the broker's state of it puts in front what happened before its first tick", () => {
    const { builder } = makeBuilder()
    builder.coverFrom(start + 30_000)
    builder.add(start + 30_000, 1.5, 50)
    assert.isTrue(builder.complete(state, start + 30_000))
    const candle = { time: start, open: 1.2, high: 2, low: 1, close: 1.5, volume: 50, ticks: 5, partial: false, gap: 0 }
    assert.deepStrictEqual(builder.openCandles(), [{ ...candle, time: epochMillis(start) }])
  })

  it("and keeps the open of the state when an older tick arrives", () => {
    const { builder } = makeBuilder()
    builder.coverFrom(start + 30_000)
    builder.add(start + 30_000, 1.5, unsized)
    builder.complete(state, start + 30_000)
    builder.add(start + 20_000, 1.7, unsized)
    assert.strictEqual(builder.openCandles()[0]?.open, 1.2)
  })

  it("and stays so when the state is of another minute", () => {
    const { builder } = makeBuilder()
    builder.coverFrom(start + 30_000)
    builder.add(start + 30_000, 1.5, unsized)
    assert.isFalse(builder.complete({ ...state, time: start - minute }, start + 30_000))
    assert.isTrue(builder.openCandles()[0]?.partial)
  })

  it("and stays so when the state comes with its second tick", () => {
    const { builder } = makeBuilder()
    builder.coverFrom(start + 30_000)
    builder.add(start + 30_000, 1.5, unsized)
    builder.add(start + 31_000, 1.5, unsized)
    assert.isFalse(builder.complete(state, start + 31_000))
  })

  it("and stays so when the state of its minute comes with a tick of the next", () => {
    const { builder } = makeBuilder()
    builder.coverFrom(start + 30_000)
    builder.add(start + 59_000, 1.5, unsized)
    builder.add(start + minute, 1.5, unsized)
    assert.isFalse(builder.complete({ ...state, ticks: 5 }, start + minute))
    assert.strictEqual(builder.openCandles()[0]?.ticks, 1)
  })

  it("and wants the state just before the tick that opens it", () => {
    const { builder } = makeBuilder()
    builder.coverFrom(start + 30_000)
    assert.isTrue(builder.wantsState(start + 30_000))
    builder.add(start + 30_000, 1.5, unsized)
    assert.isFalse(builder.wantsState(start + 31_000))
    assert.isFalse(builder.wantsState(start + minute))
  })

  it("never when it is complete already", () => {
    const { builder } = makeBuilder()
    builder.add(start + 1, 1.5, unsized)
    assert.isFalse(builder.complete(state, start + 1))
    assert.strictEqual(builder.openCandles()[0]?.open, 1.5)
  })
})
