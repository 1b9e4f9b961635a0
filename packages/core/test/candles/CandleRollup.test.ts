import { assert, describe, it } from "@effect/vitest"
import { Arbitrary } from "effect"

import type { SessionCalendar } from "../../src/calendar/SessionCalendar.ts"
import { usEquities } from "../../src/calendar/usEquities.ts"
import { utcCalendar } from "../../src/calendar/utcCalendar.ts"
import { CandleRollup } from "../../src/candles/CandleRollup.ts"
import type { Candle } from "../../src/domain/Candle.ts"
import { epochMillis } from "../../src/domain/EpochMillis.ts"
import { type Interval, intervalMillis } from "../../src/domain/Interval.ts"
import { exampleCalendars, lordHowe } from "../calendar/exampleCalendars.ts"
import { marketDataMissing, readSpyDays, readSpyMinutes } from "../calendar/recordedMarket.ts"
import { oneOf, pick, price, whole } from "../support/arbitraries.ts"
import { candleAt, minute, start } from "../support/candles.ts"

/** Rolls candles up as a host does; `between` may replace the roll-up before each candle. */
const rollUp = (
  candles: ReadonlyArray<Candle>,
  rollup: CandleRollup,
  between: (rollup: CandleRollup) => CandleRollup = (same) => same
): ReadonlyArray<Candle> => {
  const closed: Array<Candle> = []
  let current = rollup
  for (const candle of candles) {
    current = between(current)
    if (candle.time >= current.end) closed.push(current.close())
    current.add(candle)
    if (current.isComplete) closed.push(current.close())
  }
  if (current.end < Number.POSITIVE_INFINITY) closed.push(current.close())
  return closed
}

/** The candles by the definition: grouped by where the calendar puts them, the gap counted minute by minute. */
const groupByStart = (
  candles: ReadonlyArray<Candle>,
  interval: Interval,
  calendar: SessionCalendar
): ReadonlyArray<Candle> => {
  const groups = Map.groupBy(candles, ({ time }) => calendar.candleStart(time, interval))
  const starts = [...groups.keys()].filter((time) => !Number.isNaN(time))
  return starts.map((time, index) => {
    const group = groups.get(time) ?? []
    return {
      time: epochMillis(time),
      open: group.at(0)?.open ?? Number.NaN,
      high: Math.max(...group.map(({ high }) => high)),
      low: Math.min(...group.map(({ low }) => low)),
      close: group.at(-1)?.close ?? Number.NaN,
      volume: group.reduce((sum, { volume }) => sum + volume, 0),
      ticks: group.reduce((sum, { ticks }) => sum + ticks, 0),
      partial: group.some(({ partial }) => partial) || time < (candles[0]?.time ?? 0),
      gap: countStarts(starts[index - 1], time, interval, calendar)
    }
  })
}

/** Candles that begin between two others; none when there is no earlier one. */
const countStarts = (
  earlier: number | undefined,
  later: number,
  interval: Interval,
  calendar: SessionCalendar
): number => {
  let starts = 0
  for (let time = (earlier ?? later) + minute; time < later; time += minute) {
    if (calendar.candleStart(time, interval) === time) starts++
  }
  return starts
}

/** Candles of the base interval in order of time: neighbours mostly, now and then some minutes, hours or days apart. */
const seriesOf = (base: Interval): Arbitrary.Arbitrary<ReadonlyArray<Candle>> =>
  Arbitrary.map(
    Arbitrary.all([
      pick("2025-03-07T14:00Z", "2025-03-28T09:00Z", "2025-07-02T13:00Z", "2025-10-31T19:30Z", "2025-08-14T04:00Z"),
      Arbitrary.array(
        Arbitrary.all([
          oneOf(whole(1, 1), whole(1, 1), whole(1, 1), whole(2, 40), whole(41, 3_000)),
          Arbitrary.array(price, { minLength: 4, maxLength: 4 }),
          whole(0, 100_000),
          whole(0, 19)
        ]),
        { maxLength: 120 }
      )
    ]),
    ([from, steps]) => {
      let time = Date.parse(from)
      return steps.map(([step, prices, volume, luck]) => {
        time += step * intervalMillis[base]
        return {
          time: epochMillis(time),
          open: prices[0] ?? 1,
          high: Math.max(...prices),
          low: Math.min(...prices),
          close: prices[3] ?? 1,
          volume: volume / 7,
          ticks: luck,
          partial: luck === 19,
          gap: step - 1
        }
      })
    }
  )

const anySeries = Arbitrary.flatMap(pick<Interval>("1m", "5m"), (base) =>
  Arbitrary.map(seriesOf(base), (candles) => ({ base, candles }))
)
const anyInterval = pick<Interval>("5m", "15m", "1h", "1d")
const anyCalendar = pick(...exampleCalendars)

const many = { arbitrary: { runs: 300 } }

describe("CandleRollup", () => {
  it.prop(
    "makes the candles of the definition out of whatever candles in order of time",
    [anySeries, anyInterval, anyCalendar],
    ([{ base, candles }, interval, calendar]) => {
      const rollup = new CandleRollup(interval, intervalMillis[base], calendar)
      assert.deepStrictEqual(rollUp(candles, rollup), groupByStart(candles, interval, calendar))
    },
    many
  )

  it.prop(
    "goes on as if nothing had happened when it is saved and restored before every candle",
    [anySeries, anyInterval, anyCalendar],
    ([{ base, candles }, interval, calendar]) => {
      const fresh = () => new CandleRollup(interval, intervalMillis[base], calendar)
      const restored = rollUp(candles, fresh(), (before) => {
        const after = fresh()
        after.restore(JSON.parse(JSON.stringify(before.snapshot())))
        assert.deepStrictEqual([after.end, after.isComplete], [before.end, before.isComplete])
        return after
      })
      assert.deepStrictEqual(restored, rollUp(candles, fresh()))
    },
    many
  )

  it.prop(
    "takes a candle exactly when it lies in the session",
    [anySeries, anyInterval, anyCalendar],
    ([{ base, candles }, interval, calendar]) => {
      const rollup = new CandleRollup(interval, intervalMillis[base], calendar)
      for (const candle of candles) {
        if (candle.time >= rollup.end) rollup.close()
        assert.strictEqual(rollup.add(candle), calendar.sessionAt(candle.time) === "regular")
      }
    },
    many
  )
})

/** Five minutes in UTC out of minutes; `start` begins such a candle. */
const fiveMinutes = () => new CandleRollup("5m", minute, utcCalendar)

const addAll = (rollup: CandleRollup, ...candles: ReadonlyArray<Candle>) => candles.map((candle) => rollup.add(candle))

describe("a rolled-up candle", () => {
  it("opens with the first, closes with the last, spans all and sums volume and ticks", () => {
    const rollup = fiveMinutes()
    addAll(
      rollup,
      candleAt(0, { open: 5, high: 7, low: 4, close: 6, volume: 10, ticks: 2 }),
      candleAt(1, { open: 6, high: 9, low: 6, close: 8, volume: 20, ticks: 3 }),
      candleAt(4, { open: 8, high: 8, low: 3, close: 4, volume: 30, ticks: 4 })
    )
    assert.deepStrictEqual(
      rollup.close(),
      candleAt(0, { open: 5, high: 9, low: 3, close: 4, volume: 60, ticks: 9, partial: false, gap: 0 })
    )
  })

  it("is complete when its last minute has been taken, not before", () => {
    const rollup = fiveMinutes()
    const complete = [0, 1, 3, 4].map((minutes) => {
      rollup.add(candleAt(minutes))
      return rollup.isComplete
    })
    assert.deepStrictEqual(complete, [false, false, false, true])
  })

  it("is complete with the last minute before an early close", () => {
    const rollup = new CandleRollup("1d", minute, usEquities)
    const close = Date.parse("2025-07-03T17:00:00Z")
    rollup.add(candleAt(0, { time: epochMillis(close - minute) }))
    assert.deepStrictEqual([rollup.end, rollup.isComplete], [close, true])
  })

  it("has its end while it is rolled up, and Infinity stands for no candle", () => {
    const rollup = fiveMinutes()
    const before = rollup.end
    rollup.add(candleAt(2))
    const during = rollup.end
    rollup.close()
    assert.deepStrictEqual(
      [before, during, rollup.end, rollup.isComplete],
      [Number.POSITIVE_INFINITY, start + 5 * minute, Number.POSITIVE_INFINITY, false]
    )
  })

  it("cannot be closed when there is none", () => {
    const rollup = fiveMinutes()
    assert.throws(() => rollup.close(), RangeError, "no 5m candle is being rolled up")
    rollup.add(candleAt(0))
    rollup.close()
    assert.throws(() => rollup.close(), RangeError)
  })
})

describe("a rolled-up candle is partial", () => {
  it("when one of its candles is", () => {
    const rollup = fiveMinutes()
    addAll(rollup, candleAt(0), candleAt(1, { partial: true }), candleAt(2))
    assert.isTrue(rollup.close().partial)
  })

  it("when the first candle ever offered lies within it", () => {
    const rollup = fiveMinutes()
    rollup.add(candleAt(1))
    assert.isTrue(rollup.close().partial)
  })

  it("but not when only its first minutes are quiet", () => {
    const rollup = fiveMinutes()
    rollup.add(candleAt(0))
    rollup.close()
    rollup.add(candleAt(7))
    assert.isFalse(rollup.close().partial)
  })

  it("but not when Mjolnir looked on before the session opened", () => {
    const rollup = new CandleRollup("1h", minute, usEquities)
    // `start` is the open of the session.
    assert.deepStrictEqual(addAll(rollup, candleAt(-3), candleAt(3)), [false, true])
    assert.isFalse(rollup.close().partial)
  })

  it("and the next one is not", () => {
    const rollup = fiveMinutes()
    addAll(rollup, candleAt(1, { partial: true }))
    rollup.close()
    rollup.add(candleAt(5))
    assert.isFalse(rollup.close().partial)
  })
})

describe("the gap of a rolled-up candle", () => {
  const gapsOf = (calendar: SessionCalendar, interval: Interval, ...times: ReadonlyArray<string>) =>
    rollUp(
      times.map((time) => candleAt(0, { time: epochMillis(Date.parse(time)) })),
      new CandleRollup(interval, minute, calendar)
    ).map(({ gap }) => gap)

  it("counts nights and weekends in UTC", () => {
    assert.deepStrictEqual(gapsOf(utcCalendar, "1d", "2025-07-25T19:59Z", "2025-07-28T13:30Z"), [0, 2])
  })

  it("counts neither nights, weekends nor holidays of a market with sessions", () => {
    assert.deepStrictEqual(
      gapsOf(usEquities, "1h", "2025-07-02T19:59Z", "2025-07-03T13:30Z", "2025-07-03T16:59Z", "2025-07-07T13:30Z"),
      [0, 0, 2, 0]
    )
  })

  it("counts the candles missing at the end of one day and the beginning of the next", () => {
    assert.deepStrictEqual(gapsOf(usEquities, "1h", "2025-07-24T18:00Z", "2025-07-25T15:00Z"), [0, 3])
  })
})

describe("a candle is not taken", () => {
  it("when what it belongs to has closed before its end", () => {
    const rollup = fiveMinutes()
    rollup.add(candleAt(0))
    const closed = rollup.close()
    assert.deepStrictEqual(addAll(rollup, candleAt(1), candleAt(4), candleAt(5)), [false, false, true])
    assert.deepStrictEqual([closed.volume, rollup.close().volume], [100, 100])
  })

  it("when it has been taken before", () => {
    const rollup = fiveMinutes()
    assert.deepStrictEqual(addAll(rollup, candleAt(1), candleAt(1), candleAt(0)), [true, false, false])
  })

  it("at or beyond the end until the one before is closed", () => {
    const rollup = fiveMinutes()
    assert.deepStrictEqual(addAll(rollup, candleAt(0), candleAt(5)), [true, false])
    rollup.close()
    assert.isTrue(rollup.add(candleAt(5)))
  })
})

describe("a candle that reaches beyond the end of the session", () => {
  it("is waited for, for its prices are in the candle that is rolled up", () => {
    const hours = new CandleRollup("1d", 60 * minute, lordHowe)
    const last = Date.parse("2025-07-23T05:00Z")
    hours.add(candleAt(0, { time: epochMillis(last) }))
    assert.isTrue(hours.isComplete)
    assert.strictEqual(hours.end, last + 60 * minute, "the session ends at 05:42")
    hours.close()
    assert.strictEqual(hours.end, Number.POSITIVE_INFINITY)
  })
})

describe("a snapshot", () => {
  it("of a roll-up that has seen nothing makes another one forget", () => {
    const rollup = fiveMinutes()
    rollup.add(candleAt(7))
    rollup.restore(fiveMinutes().snapshot())
    assert.strictEqual(rollup.end, Number.POSITIVE_INFINITY)
    rollup.add(candleAt(0))
    assert.deepStrictEqual(rollup.close(), candleAt(0))
  })

  it("of a candle that another calendar began elsewhere is dropped, and the next one lacks its beginning", () => {
    const at = (time: string) => candleAt(0, { time: epochMillis(Date.parse(time)) })
    const days = (calendar: SessionCalendar) => new CandleRollup("1d", minute, calendar)
    const before = days(utcCalendar)
    before.add(at("2025-07-23T15:00Z"))
    const after = days(usEquities)
    after.restore(JSON.parse(JSON.stringify(before.snapshot())))
    assert.strictEqual(after.end, Number.POSITIVE_INFINITY)
    assert.isTrue(after.add(at("2025-07-23T15:01Z")))
    assert.strictEqual(after.end, Date.parse("2025-07-23T20:00Z"))
    const { partial, time } = after.close()
    assert.deepStrictEqual([time, partial], [Date.parse("2025-07-23T13:30Z"), true])
  })

  it("is refused when it is something else", () => {
    assert.throws(() => fiveMinutes().restore({ candle: { time: "noon" } }))
  })
})

describe("the recorded minutes of SPY", () => {
  it.skipIf(marketDataMissing !== "")(
    `roll up to its recorded days, give or take the cent of a print that the days leave out${marketDataMissing}`,
    () => {
      const days = rollUp(readSpyMinutes(), new CandleRollup("1d", minute, usEquities))
      const recorded = new Map(readSpyDays().map((day) => [dateOf(day), day]))
      assert.lengthOf(days, 6)
      for (const day of days) {
        const expected = recorded.get(dateOf(day))
        assert.strictEqual(day.open, expected?.open)
        assert.closeTo(day.high, expected?.high ?? Number.NaN, 0.011)
        assert.closeTo(day.low, expected?.low ?? Number.NaN, 0.011)
        assert.strictEqual(day.close, expected?.close)
      }
    }
  )
})

const dateOf = ({ time }: Candle): string => new Date(time).toISOString().slice(0, 10)
