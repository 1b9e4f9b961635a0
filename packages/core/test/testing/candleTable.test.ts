import { assert, describe, it } from "@effect/vitest"

import { candleSeries } from "../../src/testing/arbitraries/candleSeries.ts"
import { candles } from "../../src/testing/candles/candles.ts"
import { candleTable } from "../../src/testing/candles/candleTable.ts"
import { flatCandles } from "../../src/testing/candles/flatCandles.ts"

describe("candleTable", () => {
  it("prints aligned columns with as many decimals as the prices need", () => {
    const table = candles(`
      time   open high  low    close volume
      09:30  10   10.2  9.875  10.1  1200
      09:31  10.1 10.4  10     10.35 90
    `)
    assert.strictEqual(
      candleTable(table),
      [
        "            time    open    high     low   close  volume\n",
        "2025-07-23T09:30  10.000  10.200   9.875  10.100    1200\n",
        "2025-07-23T09:31  10.100  10.400  10.000  10.350      90\n"
      ].join("")
    )
  })

  it("prints times as the clocks of a time zone show them", () => {
    const [candle = ""] = candleTable(flatCandles([1], { from: "13:30" }), { timeZone: "America/New_York" })
      .split("\n")
      .slice(1)
    assert.strictEqual(candle.split(" ")[0], "2025-07-23T09:30")
  })

  it("prints dates alone for days", () => {
    assert.include(candleTable(flatCandles([1, 2], { interval: "1d" })), "\n2025-07-24     2")
  })

  it("prints nothing but the names of the columns when there are no candles", () => {
    assert.strictEqual(candleTable([]), "time  open  high  low  close  volume\n")
  })

  it.prop("prints what candles reads back to the last bit", [candleSeries()], ([series]) => {
    assert.deepStrictEqual(candles(candleTable(series)), series)
  })

  it("keeps prices to the last bit that are no round numbers", () => {
    const series = flatCandles([0.1 + 0.2, 1e-7, 123_456_789.123, 1 / 3])
    assert.deepStrictEqual(candles(candleTable(series)), series)
  })
})
