import { Schema } from "effect"

import { stateNumber } from "./stateNumber.ts"

/**
 * A sum that numbers enter and leave without end. It is kept to twice the digits of a number: `total` is the sum, `rest`
 * what its rounding left out. So it does not drift, and what has left leaves no trace: the sum of a window is the same
 * wherever summing began.
 */
export const RunningSum = Schema.Struct({
  total: stateNumber,
  rest: stateNumber
})
export type RunningSum = typeof RunningSum.Type

export const emptySum = (): RunningSum => ({ total: 0, rest: 0 })

/**
 * Adds a number; what leaves the sum is added with its sign changed.
 *
 * Joldes, Muller, Popescu: Tight and rigorous error bounds for basic building blocks of double-word arithmetic, ACM
 * Transactions on Mathematical Software 44 (2017), algorithm 4.
 */
export const addTo = (sum: RunningSum, value: number): void => {
  const rounded = sum.total + value
  const ofValue = rounded - sum.total
  const lost = sum.total - (rounded - ofValue) + (value - ofValue)
  const rest = sum.rest + lost
  sum.total = rounded + rest
  sum.rest = rest - (sum.total - rounded)
}
