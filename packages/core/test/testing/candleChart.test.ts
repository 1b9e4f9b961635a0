import { assert, describe, it } from "@effect/vitest"

import { candleChart } from "../../src/testing/candles/candleChart.ts"
import { candles } from "../../src/testing/candles/candles.ts"
import { flatCandles } from "../../src/testing/candles/flatCandles.ts"

describe("candleChart", () => {
  it("draws bodies, shadows and what is missing", () => {
    const table = `
      open high low close
      1    5    1   3
      4    4    2   2
      ...
      3    3    3   3
    `
    assert.strictEqual(
      candleChart(candles(table), { height: 5 }),
      ["5  |", "   |#", "   o# -", "   o#", "1  o"].join("\n")
    )
  })

  it("draws a single row when all prices are the same", () => {
    assert.strictEqual(candleChart(flatCandles([10.5, 10.5])), "10.5  --")
  })

  it("says that there is nothing to draw", () => {
    assert.strictEqual(candleChart([]), "no candles")
  })
})
