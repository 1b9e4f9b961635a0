import { Schema } from "effect"

/**
 * A sum that numbers enter and leave without end. It is kept to twice the digits of a number: the sum, and what its
 * rounding left out. So it does not drift, and what has left leaves no trace: the sum of a window is the same wherever
 * summing began. A list of two, for a number that changes in a field of an object is a new object each time.
 */
// @effect-diagnostics-next-line schemaNumber:off
export const RunningSum = Schema.mutable(Schema.Tuple([Schema.Number, Schema.Number]))
export type RunningSum = typeof RunningSum.Type

export const emptySum = (): RunningSum => [0, 0]

export const totalOf = (sum: RunningSum): number => sum[0]

/** What the rounding of the total has left out. */
export const restOf = (sum: RunningSum): number => sum[1]

/**
 * Adds a number; what leaves the sum is added with its sign changed.
 *
 * Joldes, Muller, Popescu: Tight and rigorous error bounds for basic building blocks of double-word arithmetic, ACM
 * Transactions on Mathematical Software 44 (2017), algorithm 4.
 */
export const addTo = (sum: RunningSum, value: number): void => {
  const before = sum[0]
  const rounded = before + value
  const ofValue = rounded - before
  const lost = before - (rounded - ofValue) + (value - ofValue)
  const rest = sum[1] + lost
  const total = rounded + rest
  sum[0] = total
  sum[1] = rest - (total - rounded)
}
