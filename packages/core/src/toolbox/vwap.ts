import { Schema } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { readSource } from "./PriceSource.ts"
import { addTo, emptySum, RunningSum, totalOf } from "./RunningSum.ts"
import { stateNumber } from "./stateNumber.ts"

/**
 * Volume-weighted average price in quote currency: the typical prices (mean of high, low and close) of some candles,
 * each weighted with its volume. NaN while those candles have no volume.
 *
 * `vwap("day")` takes the candles since 00:00 UTC, the newest one included; on the day on which it begins to follow, those
 * since then. `vwap(30)` takes the newest 30 candles, and is NaN until there are as many.
 *
 * @throws InvalidDefinition when a number of candles is not a whole number from 1 on.
 *
 * @example
 * features: { fairPrice: vwap("day") }
 */
export const vwap = (candles: "day" | number): Feature<IndicatorReading> =>
  candles === "day" ? vwapOfDay : vwapOfNewest(candles)

const turnover = (window: CandleWindow, age: number): number => readSource.typical(window, age) * window.volume(age)

const meanPrice = (turnover: RunningSum, volume: RunningSum): number =>
  totalOf(volume) > 0 ? totalOf(turnover) / totalOf(volume) : Number.NaN

const vwapOfNewest = (period: number): Feature<IndicatorReading> => {
  checkCount("vwap", "number of candles", period)
  return defineFeature({
    name: "vwap",
    version: "1.0.0",
    summary: "Volume-weighted average price of the newest candles",
    params: { period },
    history: period + 1,
    warmUp: period + 1,
    state: {
      init: () => ({ ...noValue(), candles: 0, turnover: emptySum(), volume: emptySum() }),
      schema: NewestState
    },
    update: (state, window) => {
      addTo(state.turnover, turnover(window, 0))
      addTo(state.volume, window.volume(0))
      if (state.candles < period) state.candles++
      else {
        addTo(state.turnover, -turnover(window, period))
        addTo(state.volume, -window.volume(period))
      }
      show(state, state.candles < period ? Number.NaN : meanPrice(state.turnover, state.volume))
    },
    reading: indicatorReading
  })
}

const NewestState = Schema.Struct({
  ...IndicatorState.fields,
  candles: stateNumber,
  turnover: RunningSum,
  volume: RunningSum
})

const DayState = Schema.Struct({
  ...IndicatorState.fields,
  /** Days since 1970-01-01. */
  day: stateNumber,
  turnover: Schema.mutableKey(RunningSum),
  volume: Schema.mutableKey(RunningSum)
})

const dayMillis = 86_400_000

/** The shortest candles are minutes. */
const mostCandlesOfDay = 1440

const vwapOfDay: Feature<IndicatorReading> = defineFeature({
  name: "vwap",
  version: "1.0.0",
  summary: "Volume-weighted average price of the UTC day",
  params: { period: "day" },
  warmUp: mostCandlesOfDay + 1,
  state: {
    init: () => ({ ...noValue(), day: Number.NaN, turnover: emptySum(), volume: emptySum() }),
    schema: DayState
  },
  update: (state, window) => {
    const day = Math.floor(window.time(0) / dayMillis)
    if (day !== state.day) {
      state.day = day
      state.turnover = emptySum()
      state.volume = emptySum()
    }
    addTo(state.turnover, turnover(window, 0))
    addTo(state.volume, window.volume(0))
    show(state, meanPrice(state.turnover, state.volume))
  },
  reading: indicatorReading
})
