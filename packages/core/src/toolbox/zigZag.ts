import { Schema } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { atr } from "./atr.ts"
import { allowance } from "./compareWithin.ts"
import type { PivotReading, UnconfirmedExtreme } from "./Pivot.ts"
import {
  checkLimits,
  countCandle,
  defaultLimits,
  delayAt,
  emptyMemory,
  type PivotLimits,
  PivotMemory,
  pivotReading,
  remember
} from "./PivotMemory.ts"
import { stateNumber } from "./stateNumber.ts"
import type { AtrToleranceOf, FixedTolerance } from "./Tolerance.ts"

/** When the direction of a zig-zag turns. */
export interface ZigZagOptions extends PivotLimits {
  /** How far the close must come back from the extreme: a share of the extreme, an amount, or ATRs. */
  readonly reversal: FixedTolerance | AtrToleranceOf
}

/** The confirmed turning points, and the extreme that may become the next one. */
export interface ZigZagReading extends PivotReading<"variable"> {
  /**
   * The furthest that price has gone since it turned last: undefined before the first candle. It is no pivot yet, and
   * moves as long as price goes on.
   */
  readonly unconfirmed: UnconfirmedExtreme | undefined
}

/**
 * Zig-zag: alternating highs and lows, each confirmed when the close comes back from it by more than `reversal`. So a
 * pivot is known only some candles after its own; each tells how many, and stays what it is.
 *
 * While price rises, the highest high is the extreme. A candle that makes a new one cannot confirm it. The candle that
 * confirms the high gives the first extreme of the fall with its low; a fall is mirrored. It begins as if rising, so
 * that the first pivot may be no more than where it began.
 *
 * As a rule two zig-zags that began at different candles agree once both have turned. `warmUp` counts on that happening
 * within `within` candles, and adds `within` more for the pivots shown; in a market that turns less often, give more.
 * Detectors may read it as soon as there is an ATR, and then see the pivots since it began.
 *
 * Known as directional change (Guillaume et al.: From the bird's eye to the microscope, Finance and Stochastics 1, 1997).
 *
 * @throws InvalidDefinition when `keep`, `within` or the period of the ATR is not a whole number from 1 on.
 *
 * @example
 * features: { legs: zigZag({ reversal: inAtr(3, 14) }) },
 * detect: (window, _state, _params, { features: { legs } }) => {
 *   const [last, before] = [legs.pivot(0), legs.pivot(1)]
 *   ...
 * }
 */
export const zigZag = (options: ZigZagOptions): Feature<ZigZagReading> => {
  const { keep, reversal, within } = { ...defaultLimits, ...options }
  checkLimits("zig-zag", { keep, within })
  const definition = {
    name: "zig-zag",
    version: "1.0.0",
    summary: "Alternating highs and lows between which price went a given way",
    params: { ...reversal, keep, within },
    warmUp: 2 * within,
    readyAfter: 1,
    state: { init: () => initial(keep), schema: State },
    reading: zigZagReading
  }
  return reversal.kind === "atr"
    ? defineFeature({
        ...definition,
        needs: { atr: atr(reversal.period, reversal.averaging) },
        update: (state, window, needs) => follow(state, window, within, reversal, needs.atr.value)
      })
    : defineFeature({ ...definition, update: (state, window) => follow(state, window, within, reversal, Number.NaN) })
}

const State = Schema.Struct({
  pivots: PivotMemory,
  /** 1 while price rises, -1 while it falls. */
  direction: Schema.mutableKey(Schema.Literals([1, -1])),
  extreme: stateNumber,
  extremeTime: stateNumber,
  /** Age of the extreme's candle at the newest one. */
  extremeAge: stateNumber
})
type State = typeof State.Type

const initial = (keep: number): State => ({
  pivots: emptyMemory(keep),
  direction: 1,
  extreme: Number.NaN,
  extremeTime: Number.NaN,
  extremeAge: 0
})

const follow = (
  state: State,
  window: CandleWindow,
  within: number,
  reversal: ZigZagOptions["reversal"],
  atr: number
): void => {
  const { direction, pivots } = state
  countCandle(pivots, within)
  state.extremeAge++
  const furthest = direction === 1 ? window.high(0) : window.low(0)
  if (pivots.candles === 1 || (furthest - state.extreme) * direction > 0) {
    setExtreme(state, furthest, window.time(0))
  } else if ((turningPrice(state, reversal, atr) - window.close(0)) * direction > 0) {
    remember(pivots, direction, state.extreme, state.extremeTime, state.extremeAge)
    state.direction = direction === 1 ? -1 : 1
    setExtreme(state, direction === 1 ? window.low(0) : window.high(0), window.time(0))
  }
}

/** The price that the close must go beyond for the extreme to be confirmed. */
const turningPrice = ({ direction, extreme }: State, reversal: ZigZagOptions["reversal"], atr: number): number =>
  extreme - direction * allowance(reversal, extreme, atr)

const setExtreme = (state: State, price: number, time: number): void => {
  state.extreme = price
  state.extremeTime = time
  state.extremeAge = 0
}

const zigZagReading = (state: () => State): ZigZagReading => {
  const confirmed = pivotReading(() => state().pivots, "variable", delayAt)
  const unconfirmed: UnconfirmedExtreme = {
    get kind() {
      return state().direction === 1 ? "high" : "low"
    },
    get price() {
      return state().extreme
    },
    get time() {
      return state().extremeTime
    },
    get age() {
      return state().extremeAge
    }
  }
  return {
    confirmationDelay: confirmed.confirmationDelay,
    get size() {
      return confirmed.size
    },
    pivot: confirmed.pivot,
    get unconfirmed() {
      return state().pivots.candles === 0 ? undefined : unconfirmed
    }
  }
}
