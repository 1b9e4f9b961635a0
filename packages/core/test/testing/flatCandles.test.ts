import { assert, describe, it } from "@effect/vitest"

import { epochMillis } from "../../src/domain/EpochMillis.ts"
import { flatCandles } from "../../src/testing/candles/flatCandles.ts"

describe("flatCandles", () => {
  it("makes a candle of one price from each close", () => {
    assert.deepStrictEqual(flatCandles([10, 10.5], { volume: 7 }), [
      { ...flat, time: at("09:30"), open: 10, high: 10, low: 10, close: 10, volume: 7 },
      { ...flat, time: at("09:31"), open: 10.5, high: 10.5, low: 10.5, close: 10.5, volume: 7 }
    ])
  })

  it("leaves out a candle for each undefined and counts it in the next one's gap", () => {
    const gaps = flatCandles([1, undefined, undefined, 2, 3]).map(({ gap }) => gap)
    assert.deepStrictEqual(gaps, [0, 2, 0])
  })

  it("refuses to begin at a time that the clocks skip", () => {
    assert.throws(
      () => flatCandles([1], { day: "2025-03-09", from: "02:30", timeZone: "America/New_York" }),
      RangeError,
      "there is no 2025-03-09 02:30 in America/New_York"
    )
  })
})

const flat = { ticks: 0, partial: false, gap: 0 }

const at = (time: string) => epochMillis(Date.parse(`2025-07-23T${time}Z`))
