import { Schema } from "effect"

import { defineFeature, type Feature } from "../plugin/defineFeature.ts"
import { checkCount } from "./checkCount.ts"
import type { PivotReading } from "./Pivot.ts"
import {
  checkLimits,
  countCandle,
  defaultLimits,
  emptyMemory,
  type PivotLimits,
  PivotMemory,
  pivotReading,
  remember
} from "./PivotMemory.ts"
import { ageOfExtreme, emptyExtreme, extremeOf, isHigher, isLower, SlidingExtreme, take } from "./SlidingExtreme.ts"

/** How a swing is told: by so many candles on either side of it. */
export interface SwingOptions<Right extends number> extends PivotLimits {
  /** Candles before it that must be less high (less low). */
  readonly left: number
  /** Candles after it that must not be higher (lower); the pivot is confirmed by the last of them. */
  readonly right: Right
}

/**
 * Swing pivots: a high above those of the `left` candles before it and not below those of the `right` candles after it; a
 * low mirrored. Of equal highs the first is the pivot. A candle can be both, and then its low counts as the newer one.
 *
 * A pivot is known exactly `right` candles after its own, which `PivotReading<Right>` says in its type, and stays what it
 * is. Highs and lows need not alternate. What is shown depends on the `within` newest candles and the `left` before
 * them, never on where it began.
 *
 * Known as fractals (Bill Williams: Trading Chaos, 1995, with `left` and `right` 2) or pivot high and low.
 *
 * @throws InvalidDefinition when an option is not a whole number from 1 on, or `within` is less than `right`.
 *
 * @example
 * features: { swings: swingPivots({ left: 5, right: 3 }) },
 * detect: (window, _state, _params, { features: { swings } }) => {
 *   const last = swings.pivot(0) // its own candle is at least swings.confirmationDelay candles old, which is 3
 *   return last?.kind === "high" && window.close(0) > last.price ? [...] : noMatch
 * }
 */
export const swingPivots = <Right extends number>(
  options: SwingOptions<Right>
): Feature<PivotReading<Right, Right>> => {
  const { keep, left, right, within } = { ...defaultLimits, ...options }
  checkCount(name, "left", left)
  checkCount(name, "right", right)
  checkLimits(name, { keep, within })
  checkCount(name, "within", within, right)
  const span = left + 1 + right
  return defineFeature({
    name,
    version: "1.0.0",
    summary: "Highs and lows that stand out among the candles on either side",
    params: { left, right, keep, within },
    history: right + 1,
    warmUp: within + 1 + left,
    state: {
      init: () => ({ pivots: emptyMemory(keep), highest: emptyExtreme(span), lowest: emptyExtreme(span) }),
      schema: State
    },
    update: ({ highest, lowest, pivots }, window) => {
      countCandle(pivots, within)
      take(highest, window.high(0), isHigher)
      take(lowest, window.low(0), isLower)
      if (pivots.candles < span) return
      if (ageOfExtreme(highest) === right) remember(pivots, 1, extremeOf(highest), window.time(right), right)
      if (ageOfExtreme(lowest) === right) remember(pivots, -1, extremeOf(lowest), window.time(right), right)
    },
    reading: (state) =>
      pivotReading(
        () => state().pivots,
        right,
        () => right
      )
  })
}

const name = "swing-pivots"

const State = Schema.Struct({ pivots: PivotMemory, highest: SlidingExtreme, lowest: SlidingExtreme })
