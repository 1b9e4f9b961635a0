import { Schema } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { readSource } from "./PriceSource.ts"
import { addTo, emptySum, RunningSum, totalOf } from "./RunningSum.ts"
import { stateNumber } from "./stateNumber.ts"

/**
 * Money flow index, 0 to 100: the share of the turnover (typical price times volume) that the candles whose typical price
 * rose have, among the newest `period` in which it moved. The first value comes with the candle of number `period + 1`. It
 * is 0 while the turnover is below 1, as without volume. Its value depends on `period + 1` candles alone, to the last bit.
 *
 * Equal to TA-Lib's MFI. Gene Quong and Avrum Soudack: Volume-Weighted RSI, Technical Analysis of Stocks & Commodities 7:3
 * (1989).
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { flow: moneyFlowIndex(14) },
 * detect: (window, _state, _params, { features: { flow } }) => (flow.value < 20 ? [...] : noMatch)
 */
export const moneyFlowIndex = (period: number): Feature<IndicatorReading> => {
  checkCount("money-flow-index", "period", period)
  return defineFeature({
    name: "money-flow-index",
    version: "1.0.0",
    summary: "Money flow index",
    params: { period },
    history: period + 2,
    warmUp: period + 2,
    state: { init: () => ({ ...noValue(), candles: 0, gained: emptySum(), lost: emptySum() }), schema: State },
    update: (state, window) => {
      if (state.candles > 0) addFlow(state, window, 0, 1)
      if (state.candles > period) addFlow(state, window, period, -1)
      else state.candles++
      show(state, state.candles > period ? shareOfGains(totalOf(state.gained), totalOf(state.lost)) : Number.NaN)
    },
    reading: indicatorReading
  })
}

/** Adds the turnover of a candle to that of rising or falling ones; takes it away again for a sign of -1. */
const addFlow = (state: State, window: CandleWindow, age: number, sign: number): void => {
  const price = readSource.typical(window, age)
  const before = readSource.typical(window, age + 1)
  const turnover = sign * price * window.volume(age)
  if (price > before) addTo(state.gained, turnover)
  else if (price < before) addTo(state.lost, turnover)
}

const shareOfGains = (gained: number, lost: number): number =>
  gained + lost < leastTurnover ? 0 : 100 * (gained / (gained + lost))

/** TA-Lib takes less for nothing. */
const leastTurnover = 1

const State = Schema.Struct({
  ...IndicatorState.fields,
  candles: stateNumber,
  gained: RunningSum,
  lost: RunningSum
})
type State = typeof State.Type
