import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { atr } from "./atr.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show } from "./IndicatorReading.ts"
import { isZero } from "./isZero.ts"

/**
 * Normalised average true range: the {@link atr} in percent of the close, so that stocks of any price compare. It is 0
 * where the close is 0, and NaN where the average true range is.
 *
 * Equal to TA-Lib's NATR. John Forman: Cross-Market Evaluations With Normalized Average True Range, Technical Analysis of
 * Stocks & Commodities 24:5 (2006).
 *
 * @throws InvalidDefinition when `period` is not a whole number from 1 on.
 *
 * @example
 * features: { unrest: natr(14) },
 * detect: (window, _state, _params, { features }) => (features.unrest.value < 1 ? [...] : noMatch)
 */
export const natr = (period: number): Feature<IndicatorReading> =>
  defineFeature({
    name: "natr",
    version: "1.0.0",
    summary: "Average true range in percent of the close",
    params: { period },
    warmUp: 1,
    needs: { range: atr(period) },
    state: { init: () => noValue(), schema: IndicatorState },
    update: (state, window, { range }) => {
      const close = window.close(0)
      if (Number.isNaN(range.value)) return show(state, Number.NaN)
      show(state, isZero(close) ? 0 : (range.value / close) * 100)
    },
    reading: indicatorReading
  })
