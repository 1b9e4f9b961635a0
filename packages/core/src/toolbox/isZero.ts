/** True of what TA-Lib takes for zero: what is left of a difference when rounding is all there is. */
export const isZero = (value: number): boolean => Math.abs(value) < 1e-14
