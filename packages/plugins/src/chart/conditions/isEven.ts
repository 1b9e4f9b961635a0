/** How far apart prices may be that a pattern wants at one level; both must hold. */
export interface EvenSettings {
  /** From their average, as a share of it. */
  readonly tolerance: number
  /** From each other, in ATRs. */
  readonly toleranceAtr: number
}

/** True when two prices count as equal. */
export const isEven = (one: number, other: number, { tolerance, toleranceAtr }: EvenSettings, atr: number): boolean =>
  isWithin(one, other, tolerance) && Math.abs(one - other) <= toleranceAtr * atr

/** True when two prices are within a share of their average, each. */
export const isWithin = (one: number, other: number, share: number): boolean =>
  Math.abs(one - other) <= share * Math.abs(one + other)
