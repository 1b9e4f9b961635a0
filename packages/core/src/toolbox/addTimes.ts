import { addTo, type RunningSum } from "./RunningSum.ts"

/**
 * Adds `factor` times the value without rounding it first, for a factor with up to 24 binary digits: each half of the
 * value has so few digits that its product is exact.
 */
export const addTimes = (sum: RunningSum, factor: number, value: number): void => {
  const upperHalf = Math.fround(value)
  addTo(sum, factor * upperHalf)
  addTo(sum, factor * (value - upperHalf))
}
