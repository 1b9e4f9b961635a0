import { assert, describe, it } from "@effect/vitest"

import { utcCalendar } from "../../src/calendar/utcCalendar.ts"

const at = (text: string): number => Date.parse(text)

describe("the UTC calendar", () => {
  it("begins candles at whole multiples of their length, weekends included", () => {
    const sunday = at("2025-07-20T14:44:59.999Z")
    assert.deepStrictEqual(
      (["1m", "5m", "15m", "1h", "1d"] as const).map((interval) => utcCalendar.candleStart(sunday, interval)),
      ["14:44", "14:40", "14:30", "14:00", "00:00"].map((time) => at(`2025-07-20T${time}:00Z`))
    )
  })

  it("begins a candle before 1970 before its times", () => {
    assert.strictEqual(utcCalendar.candleStart(-1, "1h"), -3_600_000)
  })

  it("ends a candle its length after its start", () => {
    assert.strictEqual(utcCalendar.candleEnd(at("2025-07-20T14:00Z"), "1h"), at("2025-07-20T15:00Z"))
  })

  it("counts the candles that begin from one time to before another", () => {
    const count = (from: string, until: string) => utcCalendar.candlesBetween(at(from), at(until), "1h")
    assert.strictEqual(count("2025-07-20T14:00Z", "2025-07-20T17:00Z"), 3)
    assert.strictEqual(count("2025-07-20T14:00:01Z", "2025-07-20T17:00:01Z"), 3)
    assert.strictEqual(count("2025-07-20T14:00:01Z", "2025-07-20T15:00Z"), 0)
    assert.strictEqual(count("2025-07-20T17:00Z", "2025-07-20T14:00Z"), 0)
  })
})
