import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { type IndicatorReading, indicatorReading, IndicatorState, noValue, show, valueOf } from "./IndicatorReading.ts"

/**
 * On-balance volume in shares: the volume of all candles that closed higher than the one before, less that of all that
 * closed lower. It begins with the volume of the first candle.
 *
 * Its level says where it began and nothing of the market, for it never forgets. Go by its change, `value - previous`,
 * alone: a detector that goes by the level finds something else after a start at another candle.
 *
 * Equal to TA-Lib's OBV. Joseph Granville: Granville's New Key to Stock Market Profits (1963).
 *
 * @example
 * features: { balance: onBalanceVolume() },
 * detect: (window, _state, _params, { features: { balance } }) =>
 *   balance.value > balance.previous && window.close(0) < window.open(0) ? [...] : noMatch
 */
export const onBalanceVolume = (): Feature<IndicatorReading> =>
  defineFeature({
    name: "on-balance-volume",
    version: "1.0.0",
    summary: "Volume of rising candles less that of falling ones",
    history: 2,
    warmUp: 2,
    state: { init: () => noValue(), schema: IndicatorState },
    update: (state, window) => {
      const volume = window.volume(0)
      if (Number.isNaN(valueOf(state))) return show(state, volume)
      const change = window.close(0) - window.close(1)
      show(state, valueOf(state) + (change > 0 ? volume : change < 0 ? -volume : 0))
    },
    reading: indicatorReading
  })
