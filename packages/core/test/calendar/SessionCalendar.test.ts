import { assert, describe, it } from "@effect/vitest"
import { Arbitrary } from "effect"

import { type SessionCalendar, sessionCalendar } from "../../src/calendar/SessionCalendar.ts"
import { usEquities } from "../../src/calendar/usEquities.ts"
import { Interval, intervalMillis } from "../../src/domain/Interval.ts"
import { pick, whole } from "../support/arbitraries.ts"
import { aroundTheClock, bombay, exampleCalendars, futures, lordHowe } from "./exampleCalendars.ts"

const minute = 60_000
const day = 86_400_000

const at = (text: string): number => Date.parse(text)

const iso = (time: number): string => new Date(time).toISOString().replace(":00.000Z", "Z")

/** The candles of an interval that begin in the given time, each as `start/end`. */
const candlesIn = (calendar: SessionCalendar, interval: Interval, from: string, until: string) => {
  const candles: Array<string> = []
  for (let time = at(from); time < at(until); time += minute) {
    if (calendar.candleStart(time, interval) === time) {
      candles.push(`${iso(time)}/${iso(calendar.candleEnd(time, interval))}`)
    }
  }
  return candles
}

/** What the clocks of a zone show at a time: the weekday as `Wed` and the time of day as `09:30`. */
const clockOf = (timeZone: string) => {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23"
  })
  return (time: number) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]))
    return { weekday: parts.get("weekday") ?? "", time: `${parts.get("hour")}:${parts.get("minute")}` }
  }
}

const interval = pick(...Interval.literals)
const anyCalendar = pick(...exampleCalendars)

/** Whole minutes of 2024 to 2026, and the days around the changes of the clocks more often than others. */
const anyMinute = Arbitrary.flatMap(
  pick("2024-01-01", "2025-03-07", "2025-03-28", "2025-04-04", "2025-10-03", "2025-10-24", "2025-10-31", "2025-07-02"),
  (date) => Arbitrary.map(whole(0, date === "2024-01-01" ? 1_500_000 : 5_000), (minutes) => at(date) + minutes * minute)
)

const many = { arbitrary: { runs: 1_000 } }

describe("a session calendar", () => {
  it.prop(
    "knows the parts of a trading day by what the clocks of the zone show",
    [pick("America/New_York", "Asia/Kolkata", "Europe/London", "Australia/Sydney", "Australia/Lord_Howe"), anyMinute],
    ([timeZone, time]) => {
      const calendar = sessionCalendar({
        name: "any",
        timeZone,
        preOpen: "04:00",
        open: "09:30",
        close: "16:00",
        postClose: "20:00"
      })
      const clock = clockOf(timeZone)(time)
      const expected =
        clock.weekday.startsWith("S") || clock.time < "04:00" || clock.time >= "20:00"
          ? "closed"
          : clock.time < "09:30"
            ? "pre"
            : clock.time < "16:00"
              ? "regular"
              : "post"
      assert.strictEqual(calendar.sessionAt(time), expected)
    },
    many
  )

  it.prop(
    "knows a session that crosses midnight by what the clocks of the zone show",
    [pick("America/Chicago", "Asia/Kolkata", "Europe/London", "Australia/Lord_Howe"), anyMinute],
    ([timeZone, time]) => {
      const calendar = sessionCalendar({ name: "any", timeZone, open: "18:00", close: "17:00", weekdays: ["friday"] })
      const clock = clockOf(timeZone)(time)
      const isOpen =
        (clock.weekday === "Fri" && clock.time >= "18:00") || (clock.weekday === "Sat" && clock.time < "17:00")
      assert.strictEqual(calendar.sessionAt(time), isOpen ? "regular" : "closed")
    },
    many
  )

  it.prop(
    "has a candle for every time of the regular session and for no other",
    [anyCalendar, interval, anyMinute],
    ([calendar, interval, time]) => {
      const start = calendar.candleStart(time, interval)
      assert.strictEqual(Number.isNaN(start), calendar.sessionAt(time) !== "regular")
      if (Number.isNaN(start)) return
      const end = calendar.candleEnd(start, interval)
      assert.isTrue(start <= time && time < end)
      assert.isTrue(interval === "1d" || end - start <= intervalMillis[interval])
      assert.strictEqual(calendar.candleStart(start, interval), start)
      assert.strictEqual(calendar.candleStart(end - 1, interval), start)
      assert.notStrictEqual(calendar.candleStart(end, interval), start)
    },
    many
  )

  it.prop(
    "counts the candles between two times as if one went from minute to minute",
    [anyCalendar, interval, anyMinute, whole(0, 6_000)],
    ([calendar, interval, from, minutes]) => {
      let candles = 0
      for (let time = from; time < from + minutes * minute; time += minute) {
        if (calendar.candleStart(time, interval) === time) candles++
      }
      assert.strictEqual(calendar.candlesBetween(from, from + minutes * minute, interval), candles)
    },
    { arbitrary: { runs: 200 } }
  )

  it.prop(
    "answers the same whatever it was asked before",
    [Arbitrary.array(anyMinute, { minLength: 1, maxLength: 10 })],
    ([times]) => {
      const asked = makeHongKong()
      for (const time of times) {
        const fresh = makeHongKong()
        assert.strictEqual(asked.sessionAt(time), fresh.sessionAt(time))
        assert.deepStrictEqual(asked.candleStart(time, "1h"), fresh.candleStart(time, "1h"))
      }
    },
    { arbitrary: { runs: 50 } }
  )

  it("still answers right after it was asked for more days than it remembers", () => {
    const open = at("2025-07-23T01:30:00Z")
    const calendar = makeHongKong()
    assert.strictEqual(calendar.candlesBetween(open - 5_000 * day, open, "1d"), Math.ceil((5_000 * 5) / 7))
    assert.strictEqual(calendar.candleStart(open + minute, "1d"), open)
  })

  it("counts nothing from a time to an earlier one", () => {
    assert.strictEqual(usEquities.candlesBetween(at("2025-07-23T20:00Z"), at("2025-07-21T14:00Z"), "1h"), 0)
  })

  it("has no end of a candle that begins outside the session", () => {
    assert.isNaN(usEquities.candleEnd(at("2025-07-23T12:00Z"), "1h"))
  })
})

const makeHongKong = () =>
  sessionCalendar({ name: "hong-kong", timeZone: "Asia/Hong_Kong", open: "09:30", close: "16:00" })

describe("the candles of a session", () => {
  it("are counted from its open, and the last ends with it", () => {
    assert.deepStrictEqual(candlesIn(usEquities, "1h", "2025-07-23", "2025-07-24"), [
      "2025-07-23T13:30Z/2025-07-23T14:30Z",
      "2025-07-23T14:30Z/2025-07-23T15:30Z",
      "2025-07-23T15:30Z/2025-07-23T16:30Z",
      "2025-07-23T16:30Z/2025-07-23T17:30Z",
      "2025-07-23T17:30Z/2025-07-23T18:30Z",
      "2025-07-23T18:30Z/2025-07-23T19:30Z",
      "2025-07-23T19:30Z/2025-07-23T20:00Z"
    ])
  })

  it("are 78 of five minutes and 26 of fifteen on a full day, 42 and 14 on a short one", () => {
    assert.deepStrictEqual(
      ["2025-07-02", "2025-07-03"].map((date) => [
        candlesIn(usEquities, "5m", date, `${date}T23:00Z`).length,
        candlesIn(usEquities, "15m", date, `${date}T23:00Z`).length
      ]),
      [
        [78, 26],
        [42, 14]
      ]
    )
  })

  it("of a day are the whole regular session, through the change of the clocks in spring", () => {
    assert.deepStrictEqual(candlesIn(usEquities, "1d", "2025-03-07", "2025-03-11"), [
      "2025-03-07T14:30Z/2025-03-07T21:00Z",
      "2025-03-10T13:30Z/2025-03-10T20:00Z"
    ])
  })

  it("of a day are the whole regular session, through the change of the clocks in autumn", () => {
    assert.deepStrictEqual(candlesIn(usEquities, "1d", "2025-10-31", "2025-11-04"), [
      "2025-10-31T13:30Z/2025-10-31T20:00Z",
      "2025-11-03T14:30Z/2025-11-03T21:00Z"
    ])
  })

  it("begin at a quarter past or to the hour in UTC where the zone is half an hour off", () => {
    assert.deepStrictEqual(candlesIn(bombay, "1h", "2025-07-23T08:00Z", "2025-07-24"), [
      "2025-07-23T08:45Z/2025-07-23T09:45Z",
      "2025-07-23T09:45Z/2025-07-23T10:00Z"
    ])
  })

  it("end with an early close, and there are none on a closed date", () => {
    assert.deepStrictEqual(candlesIn(bombay, "1d", "2025-08-13", "2025-08-19"), [
      "2025-08-13T03:45Z/2025-08-13T10:00Z",
      "2025-08-14T03:45Z/2025-08-14T06:30Z",
      "2025-08-18T03:45Z/2025-08-18T10:00Z"
    ])
  })

  it("of a day cross midnight with the session and belong to the date on which it opens", () => {
    assert.deepStrictEqual(candlesIn(futures, "1d", "2025-06-30T12:00Z", "2025-07-08T12:00Z"), [
      "2025-06-30T22:00Z/2025-07-01T21:00Z",
      "2025-07-01T22:00Z/2025-07-02T21:00Z",
      "2025-07-02T22:00Z/2025-07-03T17:00Z",
      "2025-07-06T22:00Z/2025-07-07T21:00Z",
      "2025-07-07T22:00Z/2025-07-08T21:00Z"
    ])
  })

  it("of a day have 23 or 25 hours where the session goes on while the clocks change", () => {
    const hours = ["2025-03-29", "2025-03-30", "2025-10-26"].map((date) => {
      const start = aroundTheClock.candleStart(at(`${date}T12:00Z`), "1d")
      return (aroundTheClock.candleEnd(start, "1d") - start) / 3_600_000
    })
    assert.deepStrictEqual(hours, [24, 23, 25])
  })

  it("follow clocks that change by half an hour", () => {
    assert.deepStrictEqual(candlesIn(lordHowe, "1d", "2025-04-03T12:00Z", "2025-04-07T12:00Z"), [
      "2025-04-03T23:00Z/2025-04-04T05:12Z",
      "2025-04-06T23:30Z/2025-04-07T05:42Z"
    ])
  })

  it("begin an hour later when the open falls into the hour that the clocks skip", () => {
    const nightly = sessionCalendar({
      name: "nightly",
      timeZone: "America/New_York",
      open: "02:30",
      close: "02:30",
      weekdays: ["saturday", "sunday"]
    })
    assert.deepStrictEqual(candlesIn(nightly, "1d", "2025-03-08", "2025-03-12"), [
      "2025-03-08T07:30Z/2025-03-09T07:30Z",
      "2025-03-09T07:30Z/2025-03-10T06:30Z"
    ])
  })
})

describe("a session that ends in the hour that the clocks skip", () => {
  it("ends where the next begins at the latest", () => {
    const calendar = sessionCalendar({
      name: "nightly",
      timeZone: "America/New_York",
      open: "03:00",
      close: "02:30",
      weekdays: ["saturday", "sunday"]
    })
    assert.deepStrictEqual(candlesIn(calendar, "1d", "2025-03-08", "2025-03-12"), [
      "2025-03-08T08:00Z/2025-03-09T07:00Z",
      "2025-03-09T07:00Z/2025-03-10T06:30Z"
    ])
  })
})

describe("the session after an early close", () => {
  it("lasts as long as on other days", () => {
    assert.deepStrictEqual(
      ["06:29", "06:30", "06:59", "07:00"].map((time) => bombay.sessionAt(at(`2025-08-14T${time}Z`))),
      ["regular", "post", "post", "closed"]
    )
  })
})

describe("a session before the open", () => {
  it("may begin on the evening before", () => {
    const calendar = sessionCalendar({
      name: "evening",
      timeZone: "America/New_York",
      preOpen: "20:00",
      open: "09:30",
      close: "16:00"
    })
    assert.deepStrictEqual(
      ["2025-07-20T23:59Z", "2025-07-21T00:00Z", "2025-07-21T13:29Z", "2025-07-21T13:30Z"].map((time) =>
        calendar.sessionAt(at(time))
      ),
      ["closed", "pre", "pre", "regular"]
    )
  })
})
