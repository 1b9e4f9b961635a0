import { Schema } from "effect"

import { sharedGetters } from "./sharedGetters.ts"

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

/**
 * What every indicator remembers: the value at the newest candle, and that at the one before. A list, for a number that
 * changes in a field of an object is a new object each time.
 */
export const IndicatorState = Schema.Struct({
  // @effect-diagnostics-next-line schemaNumber:off
  shown: Schema.mutable(Schema.Tuple([Schema.Number, Schema.Number]))
})
export type IndicatorState = typeof IndicatorState.Type

/** An indicator that has seen nothing. */
export const noValue = (): IndicatorState => ({ shown: [Number.NaN, Number.NaN] })

/** The reading of an indicator's state. */
export const indicatorReading = (state: () => IndicatorState): IndicatorReading => new ReadIndicator(state)

/**
 * Its fields are its own, so that a copy of it has them, but all indicators share their getters: functions that differed
 * from one to the other would make an object of every number that is read.
 */
class ReadIndicator implements IndicatorReading {
  readonly #state: () => IndicatorState

  constructor(state: () => IndicatorState) {
    this.#state = state
    Object.defineProperties(this, ownFields)
  }

  get value(): number {
    return this.#state().shown[0]
  }

  get previous(): number {
    return this.#state().shown[1]
  }
}

const ownFields = sharedGetters(ReadIndicator.prototype)

/** Takes the value at the newest candle. */
export const show = ({ shown }: IndicatorState, value: number): void => {
  shown[1] = shown[0]
  shown[0] = value
}

/** The value at the newest candle. */
export const valueOf = ({ shown }: IndicatorState): number => shown[0]
