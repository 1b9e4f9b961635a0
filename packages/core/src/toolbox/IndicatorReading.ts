import { Schema } from "effect"

import { stateNumber } from "./stateNumber.ts"

/**
 * What an indicator shows: its value at the newest candle and at the one before. NaN where there were too few candles,
 * and no comparison holds for NaN. An indicator is warm when both are, one candle after its value.
 *
 * @example
 * const turnsUp = features.fast.value > features.fast.previous
 */
export interface IndicatorReading {
  readonly value: number
  readonly previous: number
}

/** What every indicator remembers. */
export const IndicatorState = Schema.Struct({
  value: stateNumber,
  previous: stateNumber
})
export type IndicatorState = typeof IndicatorState.Type

/** An indicator that has seen nothing. */
export const noValue: Readonly<IndicatorState> = { value: Number.NaN, previous: Number.NaN }

/** The reading of an indicator's state. */
export const indicatorReading = (state: () => IndicatorState): IndicatorReading => ({
  get value() {
    return state().value
  },
  get previous() {
    return state().previous
  }
})

/** Takes the value at the newest candle. */
export const show = (state: IndicatorState, value: number): void => {
  state.previous = state.value
  state.value = value
}
