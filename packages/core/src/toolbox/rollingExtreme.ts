import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { checkCount } from "./checkCount.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { type PriceSource, readSource } from "./PriceSource.ts"
import { type Beats, emptyExtreme, extremeOf, isHigher, isLower, SlidingExtreme, take } from "./SlidingExtreme.ts"

/**
 * The highest of the newest `period` candles, in the unit of its source. NaN before the candle of number `period`. The
 * newest candle is among them: what it breaks is `previous`.
 *
 * Equal to TA-Lib's MAX.
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { highest: rollingMaximum(20) },
 * detect: (window, _state, _params, { features }) => window.close(0) > features.highest.previous ? [...] : noMatch
 */
export const rollingMaximum = (period: number, source: PriceSource = "high"): Feature<IndicatorReading> =>
  rollingExtreme("rolling-maximum", "Highest of the newest candles", period, source, isHigher)

/**
 * The lowest of the newest `period` candles, in the unit of its source. NaN before the candle of number `period`. The
 * newest candle is among them: what it breaks is `previous`.
 *
 * Equal to TA-Lib's MIN.
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { support: rollingMinimum(20), quietest: rollingMinimum(20, "volume") }
 */
export const rollingMinimum = (period: number, source: PriceSource = "low"): Feature<IndicatorReading> =>
  rollingExtreme("rolling-minimum", "Lowest of the newest candles", period, source, isLower)

const rollingExtreme = (
  name: string,
  summary: string,
  period: number,
  source: PriceSource,
  beats: Beats
): Feature<IndicatorReading> => {
  checkCount(name, "period", period)
  const read = readSource[source]
  return defineFeature({
    name,
    version: "1.0.0",
    summary,
    params: { period, source },
    warmUp: period + 1,
    state: { init: () => ({ ...noValue(), extreme: emptyExtreme(period) }), schema: State },
    update: (state, window) => {
      take(state.extreme, read(window, 0), beats)
      show(state, state.extreme.taken < period ? Number.NaN : extremeOf(state.extreme))
    },
    reading: indicatorReading
  })
}

const State = Schema.Struct({ ...IndicatorState.fields, extreme: SlidingExtreme })
