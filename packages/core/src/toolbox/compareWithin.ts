import type { FixedTolerance, Tolerance } from "./Tolerance.ts"

/**
 * Compares two prices with a tolerance. A tolerance in ATR does not compile without the ATR, in quote currency. False
 * when a number is NaN, as an ATR that is not warm.
 */
export interface PriceComparison {
  (price: number, target: number, tolerance: FixedTolerance): boolean
  (price: number, target: number, tolerance: Tolerance, atr: number): boolean
}

/**
 * True when a price is within the tolerance of a target, the ends included. A share is one of the target.
 *
 * @example
 * const isDoubleTop = isNear(second.price, first.price, relative(0.01))
 */
export const isNear: PriceComparison = (price: number, target: number, tolerance: Tolerance, atr?: number) =>
  Math.abs(price - target) <= allowance(tolerance, target, atr)

/**
 * True when a price is above a target by more than the tolerance.
 *
 * @example
 * const breaksOut = isClearlyAbove(window.close(0), resistance, inAtr(0.25), features.atr.value)
 */
export const isClearlyAbove: PriceComparison = (price: number, target: number, tolerance: Tolerance, atr?: number) =>
  price - target > allowance(tolerance, target, atr)

/**
 * True when a price is below a target by more than the tolerance.
 *
 * @example
 * const breaksDown = isClearlyBelow(window.close(0), support, percent(0.5))
 */
export const isClearlyBelow: PriceComparison = (price: number, target: number, tolerance: Tolerance, atr?: number) =>
  target - price > allowance(tolerance, target, atr)

/** The tolerance at a price, in quote currency. NaN when it is in ATR and there is none. */
export const allowance = (tolerance: Tolerance, price: number, atr = Number.NaN): number => {
  switch (tolerance.kind) {
    case "absolute":
      return tolerance.amount
    case "relative":
      return Math.abs(price) * tolerance.share
    case "atr":
      return tolerance.multiple * atr
  }
}
