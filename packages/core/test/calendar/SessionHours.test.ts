import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"

import { sessionCalendar } from "../../src/calendar/SessionCalendar.ts"
import { InvalidSessionHours, SessionHours } from "../../src/calendar/SessionHours.ts"

const tokyo = { name: "tokyo", timeZone: "Asia/Tokyo", open: "09:00", close: "15:30" } as const

/** What is wrong with hours; empty when nothing is. */
const problemOf = (change: Readonly<Record<string, unknown>>): string => {
  const hours: unknown = { ...tokyo, ...change }
  const decoded = Schema.decodeUnknownResult(SessionHours)(hours)
  return Result.isFailure(decoded) ? decoded.failure.message : ""
}

describe("session hours", () => {
  it("are of Monday to Friday without dates that differ, unless they say so", () => {
    assert.deepStrictEqual(Schema.decodeSync(SessionHours)(tokyo), {
      ...tokyo,
      weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"],
      closures: [],
      earlyCloses: {}
    })
  })

  it("are refused in a time zone that does not exist", () => {
    assert.include(problemOf({ timeZone: "Asia/Edo" }), 'IANA data base, such as America/New_York\n  at ["timeZone"]')
  })

  for (const time of ["9:00", "24:00", "09:60", "09:00:00", "noon"]) {
    it(`are refused with the time ${time}`, () => {
      assert.include(problemOf({ open: time }), 'such as 09:30\n  at ["open"]')
    })
  }

  for (const date of ["2025-02-30", "2025-7-3", "July 3", "2025-07-03T00:00:00Z"]) {
    it(`are refused with the date ${date}`, () => {
      assert.include(problemOf({ closures: [date] }), 'such as 2025-07-03\n  at ["closures"][0]')
      assert.include(problemOf({ earlyCloses: { [date]: "12:00" } }), `such as 2025-07-03\n  at ["earlyCloses"]`)
    })
  }

  it("are refused with an early close after the close or before the open, and nothing else", () => {
    const issue = 'between the open 09:00 and the close 15:30\n  at ["earlyCloses"]["2025-12-30"]'
    assert.include(problemOf({ earlyCloses: { "2025-12-30": "15:31" } }), issue)
    assert.include(problemOf({ earlyCloses: { "2025-12-30": "08:59" } }), issue)
    assert.strictEqual(problemOf({ earlyCloses: { "2025-12-30": "09:01" } }), "")
    assert.strictEqual(problemOf({ earlyCloses: { "2025-12-30": "15:30" } }), "")
  })

  it("are refused when the sessions of a day overlap those of the next", () => {
    assert.strictEqual(problemOf({ preOpen: "08:00", postClose: "08:00" }), "")
    assert.include(problemOf({ preOpen: "08:00", postClose: "08:01" }), "not last longer than 24 hours")
  })

  it("are refused without a day of the week", () => {
    assert.include(problemOf({ weekdays: [] }), "weekdays")
  })

  it("say which calendar is wrong and where when it is made of them", () => {
    assert.throws(
      () => sessionCalendar({ ...tokyo, close: "25:00" }),
      InvalidSessionHours,
      'session calendar tokyo: a time of day is two digits each, such as 09:30\n  at ["close"]'
    )
  })
})
