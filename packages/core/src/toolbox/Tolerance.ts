import { InvalidDefinition } from "../plugin/identity.ts"
import type { Averaging } from "./atr.ts"

/** How far prices may be apart and still count as equal. */
export type Tolerance = FixedTolerance | AtrTolerance

/** A tolerance that needs nothing but the prices. */
export type FixedTolerance = AbsoluteTolerance | RelativeTolerance

/** An amount in quote currency. */
export interface AbsoluteTolerance {
  readonly kind: "absolute"
  readonly amount: number
}

/** A share of the price that is compared with: 0.01 for one percent. */
export interface RelativeTolerance {
  readonly kind: "relative"
  readonly share: number
}

/** A multiple of the average true range, which must be given wherever the tolerance is used. */
export interface AtrTolerance {
  readonly kind: "atr"
  readonly multiple: number
}

/** A multiple of the average true range of a known period. */
export interface AtrToleranceOf extends AtrTolerance {
  readonly period: number
  readonly averaging: Averaging
}

/**
 * An amount in quote currency.
 *
 * @throws InvalidDefinition when it is not a finite number from 0 on.
 *
 * @example
 * const oneCent = absolute(0.01)
 */
export const absolute = (amount: number): AbsoluteTolerance => ({
  kind: "absolute",
  amount: checked("absolute", amount)
})

/**
 * A share of the price that is compared with.
 *
 * @throws InvalidDefinition when it is not a finite number from 0 on.
 *
 * @example
 * const onePercent = relative(0.01)
 */
export const relative = (share: number): RelativeTolerance => ({ kind: "relative", share: checked("relative", share) })

/**
 * The same as {@link relative}, in percent.
 *
 * @throws InvalidDefinition when it is not a finite number from 0 on.
 *
 * @example
 * const pivots = zigZag({ reversal: percent(5) })
 */
export const percent = (percentage: number): RelativeTolerance => ({
  kind: "relative",
  share: checked("percent", percentage) / 100
})

/**
 * A multiple of the average true range. Where the toolbox itself has to follow the ATR, as for a zig-zag, its period is
 * given too, and how it is averaged unless by Wilder's smoothing.
 *
 * @throws InvalidDefinition when the multiple is not a finite number from 0 on.
 *
 * @example
 * isNear(window.high(0), peak.price, inAtr(0.5), features.atr.value)
 * zigZag({ reversal: inAtr(3, 14) })
 */
export const inAtr: {
  (multiple: number): AtrTolerance
  (multiple: number, period: number, averaging?: Averaging): AtrToleranceOf
} = (multiple: number, period: number = Number.NaN, averaging: Averaging = "wilder"): AtrToleranceOf => ({
  kind: "atr",
  multiple: checked("inAtr", multiple),
  period,
  averaging
})

const checked = (made: string, value: number): number => {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new InvalidDefinition({
      part: `tolerance ${made}`,
      problem: `it is ${value}`,
      expected: "a finite number from 0 on"
    })
  }
  return value
}
