import { assert, describe, it } from "@effect/vitest"

import indicators, { indicatorColumns } from "../../src/indicators/index.ts"

describe("the plugin of indicators", () => {
  it("names the usual indicators as TA-Lib's users call them", () => {
    assert.deepStrictEqual(
      indicatorColumns.map(({ name }) => name),
      [
        "sma20 ema20 wma20 rsi14 atr14 natr14 trange macd macd_signal macd_hist bb_upper bb_middle bb_lower adx14",
        "stoch_k stoch_d cci14 willr14 mfi14 obv roc10 stddev20 max20_high min20_low linreg_slope14 aroon_down14 aroon_up14"
      ].flatMap((names) => names.split(" "))
    )
  })

  it("offers every feature once, but on-balance volume, which never forgets where it began", () => {
    const named = new Set(indicatorColumns.map(({ feature }) => feature.name))
    assert.deepStrictEqual(
      indicators.features.map(({ name }) => name),
      [...named].filter((name) => name !== "on-balance-volume")
    )
  })
})
