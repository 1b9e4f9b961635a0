import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { InvalidDefinition } from "../plugin/identity.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import type { PriceSource } from "./PriceSource.ts"
import { sma } from "./sma.ts"
import { standardDeviation } from "./standardDeviation.ts"

/** What Bollinger bands show, in the unit of their source. */
export interface BollingerReading {
  readonly upper: IndicatorReading
  readonly middle: IndicatorReading
  readonly lower: IndicatorReading
}

/**
 * Bollinger bands: the mean of the newest `period` candles, and one band above and one below it at so many of their
 * standard deviations. NaN before the candle of number `period`.
 *
 * Equal to TA-Lib's BBANDS with simple averages. John Bollinger: Bollinger on Bollinger Bands (2001).
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on, or `deviations` not a number above 0.
 *
 * @example
 * features: { bands: bollingerBands(20, 2) },
 * detect: (window, _state, _params, { features: { bands } }) =>
 *   window.close(0) > bands.upper.value ? [...] : noMatch
 */
export const bollingerBands = (
  period: number,
  deviations = 2,
  source: PriceSource = "close"
): Feature<BollingerReading> => {
  if (!(deviations > 0 && Number.isFinite(deviations))) {
    throw new InvalidDefinition({
      part: "feature bollinger-bands",
      problem: `deviations is ${deviations}`,
      expected: "a number above 0"
    })
  }
  return defineFeature({
    name: "bollinger-bands",
    version: "1.0.0",
    summary: "Bollinger bands",
    params: { period, deviations, source },
    warmUp: 1,
    needs: { deviation: standardDeviation(period, source), mean: sma(period, source) },
    state: {
      init: () => ({ upper: noValue(), middle: noValue(), lower: noValue() }),
      schema: State
    },
    update: (state, _window, { deviation, mean }) => {
      const distance = deviations * deviation.value
      show(state.upper, mean.value + distance)
      show(state.middle, mean.value)
      show(state.lower, mean.value - distance)
    },
    reading: (state) => ({
      upper: indicatorReading(() => state().upper),
      middle: indicatorReading(() => state().middle),
      lower: indicatorReading(() => state().lower)
    })
  })
}

const State = Schema.Struct({ upper: IndicatorState, middle: IndicatorState, lower: IndicatorState })
