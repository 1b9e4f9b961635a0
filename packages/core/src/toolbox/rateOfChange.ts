import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { type PriceSource, readSource } from "./PriceSource.ts"
import { stateNumber } from "./stateNumber.ts"

/**
 * Rate of change in percent of what was `period` candles ago. It is 0 where that was 0, and NaN before the candle of
 * number `period + 1`.
 *
 * Equal to TA-Lib's ROC.
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { momentum: rateOfChange(10) },
 * detect: (window, _state, _params, { features: { momentum } }) => (momentum.value > 5 ? [...] : noMatch)
 */
export const rateOfChange = (period: number, source: PriceSource = "close"): Feature<IndicatorReading> => {
  checkCount("rate-of-change", "period", period)
  const read = readSource[source]
  return defineFeature({
    name: "rate-of-change",
    version: "1.0.0",
    summary: "Change in percent",
    params: { period, source },
    history: period + 1,
    warmUp: period + 2,
    state: { init: () => ({ ...noValue(), candles: 0 }), schema: State },
    update: (state, window) => {
      if (state.candles <= period) state.candles++
      show(state, state.candles > period ? changeInPercent(read(window, period), read(window, 0)) : Number.NaN)
    },
    reading: indicatorReading
  })
}

const changeInPercent = (from: number, to: number): number => (from === 0 ? 0 : (to / from - 1) * 100)

const State = Schema.Struct({ ...IndicatorState.fields, candles: stateNumber })
