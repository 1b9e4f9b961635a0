import { assert, describe, it } from "@effect/vitest"

import { isoDate } from "../../src/calendar/EpochDay.ts"
import { usEquities } from "../../src/calendar/usEquities.ts"
import { marketDataMissing, readSpyDays } from "./recordedMarket.ts"

const day = 86_400_000

/** Noon in New York in summer, 11:00 in winter. */
const noonOf = (date: string): number => Date.parse(`${date}T16:00:00Z`)

/** Mondays to Fridays from one date to another, both included. */
const workdays = (first: string, last: string): ReadonlyArray<string> =>
  Array.from({ length: (noonOf(last) - noonOf(first)) / day + 1 }, (_, index) => noonOf(first) + index * day)
    .filter((time) => ![0, 6].includes(new Date(time).getUTCDay()))
    .map((time) => isoDate(Math.floor(time / day)))

const workdaysOf = (year: number) => workdays(`${year}-01-01`, `${year}-12-31`)

const isOpenAtNoon = (date: string): boolean => usEquities.sessionAt(noonOf(date)) === "regular"

const closeOf = (date: string): string =>
  new Date(usEquities.candleEnd(usEquities.candleStart(noonOf(date), "1d"), "1d")).toISOString()

/** Month and day of the closed workdays and of the short days, as the exchange has published them. */
const published = {
  2021: {
    closed: ["01-01", "01-18", "02-15", "04-02", "05-31", "07-05", "09-06", "11-25", "12-24"],
    short: ["11-26"]
  },
  2022: {
    closed: ["01-17", "02-21", "04-15", "05-30", "06-20", "07-04", "09-05", "11-24", "12-26"],
    short: ["11-25"]
  },
  2023: {
    closed: ["01-02", "01-16", "02-20", "04-07", "05-29", "06-19", "07-04", "09-04", "11-23", "12-25"],
    short: ["07-03", "11-24"]
  },
  2024: {
    closed: ["01-01", "01-15", "02-19", "03-29", "05-27", "06-19", "07-04", "09-02", "11-28", "12-25"],
    short: ["07-03", "11-29", "12-24"]
  },
  2025: {
    closed: ["01-01", "01-09", "01-20", "02-17", "04-18", "05-26", "06-19", "07-04", "09-01", "11-27", "12-25"],
    short: ["07-03", "11-28", "12-24"]
  },
  2026: {
    closed: ["01-01", "01-19", "02-16", "04-03", "05-25", "06-19", "07-03", "09-07", "11-26", "12-25"],
    short: ["11-27", "12-24"]
  },
  2027: {
    closed: ["01-01", "01-18", "02-15", "03-26", "05-31", "06-18", "07-05", "09-06", "11-25", "12-24"],
    short: ["11-26"]
  }
}

describe("the New York exchanges", () => {
  for (const [year, { closed, short }] of Object.entries(published)) {
    it(`are closed on the published holidays of ${year} and on no other workday`, () => {
      assert.deepStrictEqual(
        workdaysOf(Number(year)).filter((date) => !isOpenAtNoon(date)),
        closed.map((date) => `${year}-${date}`)
      )
    })

    it(`close early on the published short days of ${year} and on no others`, () => {
      assert.deepStrictEqual(
        workdaysOf(Number(year)).filter(
          (date) => isOpenAtNoon(date) && usEquities.sessionAt(noonOf(date) + 2.5 * 3_600_000) !== "regular"
        ),
        short.map((date) => `${year}-${date}`)
      )
    })
  }

  it("are closed at weekends", () => {
    assert.deepStrictEqual(["2025-07-26", "2025-07-27"].map(isOpenAtNoon), [false, false])
  })

  it("open on the Friday before a New Year's Day on a Saturday", () => {
    assert.deepStrictEqual(["2021-12-31", "2022-01-03"].map(isOpenAtNoon), [true, true])
  })

  it("did not yet keep Juneteenth in 2021", () => {
    assert.isTrue(isOpenAtNoon("2021-06-18"))
  })

  it("open at 09:30 and close at 16:00 in New York, in summer and in winter", () => {
    assert.deepStrictEqual(["2025-03-07", "2025-03-10", "2025-10-31", "2025-11-03"].map(closeOf), [
      "2025-03-07T21:00:00.000Z",
      "2025-03-10T20:00:00.000Z",
      "2025-10-31T20:00:00.000Z",
      "2025-11-03T21:00:00.000Z"
    ])
  })

  it("close at 13:00 on a short day", () => {
    assert.strictEqual(closeOf("2025-07-03"), "2025-07-03T17:00:00.000Z")
  })

  const sessions = (date: string, times: ReadonlyArray<string>) =>
    times.map((time) => usEquities.sessionAt(Date.parse(`${date}T${time}-04:00`)))

  it("trade from 04:00 to 20:00, each session to before its end", () => {
    assert.deepStrictEqual(
      sessions("2025-07-23", ["03:59:59.999", "04:00", "09:29:59.999", "09:30", "15:59:59.999", "16:00"]),
      ["closed", "pre", "pre", "regular", "regular", "post"]
    )
    assert.deepStrictEqual(sessions("2025-07-23", ["19:59:59.999", "20:00", "23:59"]), ["post", "closed", "closed"])
  })

  it("trade to 17:00 on a short day", () => {
    assert.deepStrictEqual(sessions("2025-07-03", ["04:00", "12:59", "13:00", "16:59", "17:00"]), [
      "pre",
      "regular",
      "post",
      "post",
      "closed"
    ])
  })

  it("do not trade at all on a holiday", () => {
    assert.deepStrictEqual(sessions("2025-07-04", ["04:00", "09:30", "16:00", "19:59"]), [
      "closed",
      "closed",
      "closed",
      "closed"
    ])
  })

  it.skipIf(marketDataMissing !== "")(
    `were open on exactly the days on which SPY was traded from 1998 to 2021${marketDataMissing}`,
    () => {
      const traded = readSpyDays().map(({ time }) => isoDate(time / day))
      assert.deepStrictEqual(workdays(traded.at(0) ?? "", traded.at(-1) ?? "").filter(isOpenAtNoon), traded)
    }
  )
})
