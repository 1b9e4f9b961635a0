import { Schema } from "effect"

import { stateNumber, stateNumbers } from "./stateNumber.ts"

/**
 * The best of the newest `span` values and how old it is, in constant time on average: of the values in the span, only
 * those are kept that no later one beats. The oldest of them is the best, and the first of equal ones.
 *
 * Known as the ascending minima algorithm, or monotonic queue.
 */
export const SlidingExtreme = Schema.Struct({
  /** Values taken so far. */
  taken: stateNumber,
  /** Slot of the oldest value kept. */
  first: stateNumber,
  kept: stateNumber,
  /** The values kept, in a ring, and which of those taken each was. */
  values: stateNumbers,
  numbers: stateNumbers
})
export type SlidingExtreme = typeof SlidingExtreme.Type

/** Says whether one value is better than another. */
export type Beats = (value: number, other: number) => boolean

export const isHigher: Beats = (value, other) => value > other
export const isLower: Beats = (value, other) => value < other

export const emptyExtreme = (span: number): SlidingExtreme => ({
  taken: 0,
  first: 0,
  kept: 0,
  values: Array.from({ length: span }, () => 0),
  numbers: Array.from({ length: span }, () => 0)
})

/** Takes the next value. */
export const take = (extreme: SlidingExtreme, value: number, beats: Beats): void => {
  const { numbers, values } = extreme
  const span = values.length
  if (extreme.kept > 0 && ageOfExtreme(extreme) === span - 1) {
    extreme.first = (extreme.first + 1) % span
    extreme.kept--
  }
  while (extreme.kept > 0 && beats(value, values[(extreme.first + extreme.kept - 1) % span] ?? Number.NaN))
    extreme.kept--
  const slot = (extreme.first + extreme.kept) % span
  values[slot] = value
  numbers[slot] = extreme.taken
  extreme.kept++
  extreme.taken++
}

/** The best of the newest values; NaN when none was taken. */
export const extremeOf = ({ first, kept, values }: SlidingExtreme): number =>
  kept === 0 ? Number.NaN : (values[first] ?? Number.NaN)

/** How many values were taken after the best one. */
export const ageOfExtreme = ({ first, numbers, taken }: SlidingExtreme): number => taken - 1 - (numbers[first] ?? 0)
