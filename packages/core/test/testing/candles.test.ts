import { assert, describe, it } from "@effect/vitest"

import { epochMillis } from "../../src/domain/EpochMillis.ts"
import { candles } from "../../src/testing/candles/candles.ts"
import { InvalidCandleTable } from "../../src/testing/candles/InvalidCandleTable.ts"

const newYork = { day: "2025-07-23", timeZone: "America/New_York" } as const

const messageOf = (table: string, placing = {}): string => {
  try {
    candles(table, placing)
  } catch (error) {
    if (error instanceof InvalidCandleTable) return error.message
    throw error
  }
  return "no error"
}

describe("candles", () => {
  it("reads what a table says, with defaults for cells that are left out", () => {
    const table = `
      time   open   high   low    close  volume  ticks  partial
      09:30  10.00  10.20  9.90   10.10  1200    7      yes
      09:31  10.10  10.40  10.05  10.35
      09:32  10.10  10.40  10.05  10.35  -       3
    `
    assert.deepStrictEqual(candles(table, newYork), [
      { time: at("13:30"), open: 10, high: 10.2, low: 9.9, close: 10.1, volume: 1200, ticks: 7, partial: true, gap: 0 },
      { time: at("13:31"), open: 10.1, high: 10.4, low: 10.05, close: 10.35, volume: 100, ...unsaid },
      { time: at("13:32"), open: 10.1, high: 10.4, low: 10.05, close: 10.35, volume: 100, ...unsaid, ticks: 3 }
    ])
  })

  it("lets candles without a time follow each other from half past nine", () => {
    const table = `
      open high low close
      1    1    1   1
      1    1    1   1
    `
    assert.deepStrictEqual(timesOf(candles(table)), ["2025-07-23T09:30", "2025-07-23T09:31"])
  })

  it("begins at the given day and time of the time zone and goes on by the interval", () => {
    const table = `
      open high low close
      1    1    1   1
      1    1    1   1
    `
    const placing = { day: "2025-01-02", from: "10:00", timeZone: "America/New_York", interval: "15m" } as const
    assert.deepStrictEqual(timesOf(candles(table, placing)), ["2025-01-02T15:00", "2025-01-02T15:15"])
  })

  it("counts the candles that are missing between two times", () => {
    const table = `
      time  open high low close
      09:30 1    1    1   1
      09:45 1    1    1   1
      10:05 1    1    1   1
    `
    assert.deepStrictEqual(gapsOf(candles(table, { interval: "5m" })), [0, 2, 3])
  })

  it("takes three dots for one missing candle where there are no times", () => {
    const table = `
      open high low close
      1    1    1   1
      ...
      ...
      2    2    2   2
    `
    const read = candles(table)
    assert.deepStrictEqual(gapsOf(read), [0, 2])
    assert.deepStrictEqual(timesOf(read), ["2025-07-23T09:30", "2025-07-23T09:33"])
  })

  it("takes three dots for any number of missing candles where there are times", () => {
    const table = `
      time  open high low close
      09:30 1    1    1   1
      ...
      09:40 1    1    1   1
    `
    assert.deepStrictEqual(gapsOf(candles(table)), [0, 9])
  })

  it("goes on to the day that a date says", () => {
    const table = `
      time              open high low close
      15:59             1    1    1   1
      2025-07-24T09:30  1    1    1   1
    `
    assert.deepStrictEqual(timesOf(candles(table)), ["2025-07-23T15:59", "2025-07-24T09:30"])
  })

  it("takes dates alone for days, which are neighbours although the clocks are put forward between them", () => {
    const table = `
      time        open high low close
      2025-03-09  1    1    1   1
      2025-03-10  1    1    1   1
    `
    const read = candles(table, { timeZone: "America/New_York", interval: "1d" })
    assert.deepStrictEqual(timesOf(read), ["2025-03-09T05:00", "2025-03-10T04:00"])
    assert.deepStrictEqual(gapsOf(read), [0, 0])
  })

  it("takes an hour that comes twice for the second one when the first has passed", () => {
    const table = `
      time   open high low close
      01:00  1    1    1   1
      01:00  1    1    1   1
      02:00  1    1    1   1
    `
    const read = candles(table, { day: "2025-11-02", timeZone: "America/New_York", interval: "1h" })
    assert.deepStrictEqual(timesOf(read), ["2025-11-02T05:00", "2025-11-02T06:00", "2025-11-02T07:00"])
  })

  it("says what is wrong and where", () => {
    const head = "time open high low close volume ticks partial"
    const cases: ReadonlyArray<readonly [string, string]> = [
      [
        "\n \n",
        "line 1: the table is empty; it begins with the names of its columns, such as time open high low close volume"
      ],
      ["open high close", 'line 1: the column low is missing, in "open high close"'],
      ["open open high low close", 'line 1: the column open is there twice, in "open open high low close"'],
      [
        "opening high low close",
        'line 1: opening is no column; it begins with the names of its columns, such as time open high low close volume, in "opening high low close"'
      ],
      [`${head}\n09:30 10 9.9 9 10.1`, 'line 2: high 9.9 is below open 10, in "09:30 10 9.9 9 10.1"'],
      [`${head}\n09:30 9 9.9 9 10.1`, 'line 2: high 9.9 is below close 10.1, in "09:30 9 9.9 9 10.1"'],
      [`${head}\n09:30 9 11 9.5 10`, 'line 2: low 9.5 is above open 9, in "09:30 9 11 9.5 10"'],
      [`${head}\n09:30 1 1 1 1 -5`, 'line 2: volume -5 is negative, in "09:30 1 1 1 1 -5"'],
      [`${head}\n09:30 1 1 1 1 5 1.5`, 'line 2: ticks 1.5 is not a whole number, in "09:30 1 1 1 1 5 1.5"'],
      [`${head}\n09:30 1 1 1 1 5 1 true`, 'line 2: partial is true; write yes or no, in "09:30 1 1 1 1 5 1 true"'],
      [`${head}\n09:30 1 1 1 1 5 1 no 7`, 'line 2: 9 cells under 8 columns, in "09:30 1 1 1 1 5 1 no 7"'],
      [`${head}\n09:30 1 1 1,5 1`, 'line 2: low 1,5 is no number, in "09:30 1 1 1,5 1"'],
      [`${head}\n09:30 1 1 1`, 'line 2: close is left out, in "09:30 1 1 1"'],
      [`${head}\n9:30 1 1 1 1`, 'line 2: 9:30 is no time; write 09:30 or 2025-07-24T09:30, in "9:30 1 1 1 1"'],
      [`${head}\n2025-02-30 1 1 1 1`, 'line 2: there is no 2025-02-30 00:00 in UTC, in "2025-02-30 1 1 1 1"'],
      [
        `${head}\n09:30 1 1 1 1\n\n09:30 1 1 1 1`,
        'line 4: 09:30 is not after the row before; a later day needs its date, in "09:30 1 1 1 1"'
      ],
      [`${head}\n09:30 1 1 1 1\n...\n09:31 1 1 1 1`, 'line 4: no candle is missing before this one, in "09:31 1 1 1 1"']
    ]
    assert.deepStrictEqual(
      cases.map(([table]) => messageOf(table)),
      cases.map(([, message]) => message)
    )
  })

  it("refuses a time that is not a whole number of intervals after the row before", () => {
    const table = "time open high low close\n09:30 1 1 1 1\n09:33 1 1 1 1"
    assert.strictEqual(
      messageOf(table, { interval: "5m" }),
      'line 3: 09:33 is not a whole number of 5m after the row before, in "09:33 1 1 1 1"'
    )
  })

  it("refuses a time that the clocks skip", () => {
    assert.strictEqual(
      messageOf("time open high low close\n02:30 1 1 1 1", { day: "2025-03-09", timeZone: "America/New_York" }),
      'line 2: there is no 2025-03-09 02:30 in America/New_York, in "02:30 1 1 1 1"'
    )
  })
})

const unsaid = { ticks: 0, partial: false, gap: 0 }

const at = (time: string) => epochMillis(Date.parse(`2025-07-23T${time}Z`))

const timesOf = (candles: ReadonlyArray<{ readonly time: number }>): ReadonlyArray<string> =>
  candles.map(({ time }) => new Date(time).toISOString().slice(0, 16))

const gapsOf = (candles: ReadonlyArray<{ readonly gap: number }>): ReadonlyArray<number> =>
  candles.map(({ gap }) => gap)
