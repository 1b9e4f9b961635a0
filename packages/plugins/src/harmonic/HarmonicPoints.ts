import { legRatio, retracementPrice } from "@mjolnir/core/toolbox"

/**
 * Prices of the pivots before D, the newest last: X to C, and W before X, which three drives alone look at. NaN where
 * there is none.
 */
export interface HarmonicPoints {
  readonly w: number
  readonly x: number
  readonly a: number
  readonly b: number
  readonly c: number
}

/**
 * The ratios of a harmonic pattern: `wxa` is XA of WX, `xab` AB of XA, `abc` BC of AB, `bcd` CD of BC, `xad` AD of XA, `xcd`
 * CD of XC and `abcd` CD of AB.
 */
export type RatioName = "wxa" | "xab" | "abc" | "bcd" | "xad" | "xcd" | "abcd"

/** A ratio of these points, NaN when a leg of it has no length or is not there. `d` matters for ratios of D alone. */
export const ratioOf = (name: RatioName, { a, b, c, w, x }: HarmonicPoints, d: number): number => {
  switch (name) {
    case "wxa":
      return legRatio(w, x, a)
    case "xab":
      return legRatio(x, a, b)
    case "abc":
      return legRatio(a, b, c)
    case "bcd":
      return legRatio(b, c, d)
    case "xad":
      return legRatio(x, a, d)
    case "xcd":
      return legRatio(x, c, d)
    case "abcd":
      // The length of CD laid off from B in place of C.
      return legRatio(a, b, b + (d - c))
  }
}

/** The price of D at which a ratio of it has this value; NaN for a ratio that D has no part in. */
export const priceOfD = (name: RatioName, { a, b, c, x }: HarmonicPoints, ratio: number): number => {
  switch (name) {
    case "bcd":
      return retracementPrice(b, c, ratio)
    case "xad":
      return retracementPrice(x, a, ratio)
    case "xcd":
      return retracementPrice(x, c, ratio)
    case "abcd":
      return c + (b - a) * ratio
    default:
      return Number.NaN
  }
}
