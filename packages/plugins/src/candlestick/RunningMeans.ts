import { candleRings, lastSlot, slots } from "./candleRings.ts"

/**
 * What rules measure by: means of a quantity over the candles before the one that is measured. `starts` are the indices
 * of the candles that a sum is first used for, from 0: TA-Lib begins to sum where a rule first looks. Sums of one quantity
 * differ in nothing but where they began, and so in their last bit at the most.
 */
export const measures = {
  body: { quantity: "body", period: 10, starts: [10, 11, 12, 13, 14] },
  range: { quantity: "range", period: 10, starts: [10, 11, 12, 13] },
  shadows: { quantity: "shadows", period: 10, starts: [10, 11, 12] },
  near: { quantity: "range", period: 5, starts: [5, 6, 10, 11] }
} as const satisfies Record<string, MeasureDefinition>

export type Measure = keyof typeof measures

interface MeasureDefinition {
  readonly quantity: keyof typeof candleRings
  /** Candles over which the mean is taken. */
  readonly period: number
  readonly starts: ReadonlyArray<number>
}

/** The means of {@link measures} before each of the newest candles, from running sums: a candle costs the same always. */
export class RunningMeans {
  /** The sums before the newest candle, and then a ring of means for each sum, in the order of {@link measures}. */
  readonly cells = new Float64Array(meanCells)

  /** Moves on to the candle that comes, to lie in slot `newest`: sums hold the candles before it, not itself. */
  take(candles: Float64Array, newest: number, index: number): void {
    for (const each of placedMeasures) this.#move(each, candles, newest, index)
  }

  #move({ first, period, ring, starts }: PlacedMeasure, candles: Float64Array, newest: number, index: number): void {
    const { cells } = this
    // The difference first: the order decides about the last bit.
    const change =
      (candles[ring + ((newest - 1) & lastSlot)] ?? 0) - (candles[ring + ((newest - 1 - period) & lastSlot)] ?? 0)
    for (let nth = 0; nth < starts.length; nth++) {
      const start = starts[nth] ?? 0
      if (index < start) break
      const place = first + nth
      const sum = index > start ? (cells[place] ?? 0) + change : sumBefore(candles, ring, period, newest)
      cells[place] = sum
      cells[sumCount + place * slots + newest] = sum / period
    }
  }
}

/**
 * Where the ring of means begins by which a rule of this lookback measures the newest candle, among the cells of
 * {@link RunningMeans}. A candle of age `k` is measured by a sum that began `k` candles earlier, whose ring lies `k` rings
 * before.
 */
export const meanRing = (measure: Measure, lookback: number): number => {
  const { first, starts } = placed[measure]
  for (let age = 0; age <= lookback; age++) {
    const nth = starts.indexOf(lookback - age)
    if (nth >= 0) return sumCount + (first + nth + age) * slots
  }
  return measuresNothing
}

interface PlacedMeasure {
  readonly period: number
  readonly starts: ReadonlyArray<number>
  /** Where the quantity's ring begins among the cells of the candles. */
  readonly ring: number
  /** Place of its first sum among all sums. */
  readonly first: number
}

const placedAt = (first: number, { period, quantity, starts }: MeasureDefinition): PlacedMeasure => ({
  period,
  starts,
  ring: candleRings[quantity],
  first
})

const { body, near, range, shadows } = measures
const firstRange = body.starts.length
const firstShadows = firstRange + range.starts.length
const firstNear = firstShadows + shadows.starts.length
const sumCount = firstNear + near.starts.length

const placed: Readonly<Record<Measure, PlacedMeasure>> = {
  body: placedAt(0, body),
  range: placedAt(firstRange, range),
  shadows: placedAt(firstShadows, shadows),
  near: placedAt(firstNear, near)
}
const placedMeasures = Object.values(placed)

/** Numbers in {@link RunningMeans.cells}. */
export const meanCells = sumCount * (1 + slots)

/** No cell lies there, so that whoever measures by it all the same has no number. */
const measuresNothing = -slots * slots

const sumBefore = (candles: Float64Array, ring: number, period: number, newest: number): number => {
  let sum = 0
  for (let age = period; age >= 1; age--) sum += candles[ring + ((newest - age) & lastSlot)] ?? 0
  return sum
}
