import { allowance } from "./compareWithin.ts"
import type { FixedTolerance, Tolerance } from "./Tolerance.ts"

/**
 * A straight line through prices over candles, as seen from the newest candle. A candle counts as one step, whatever
 * time passed before it.
 */
export interface TrendLine {
  /** Its price at the newest candle. */
  readonly price: number
  /** What it rises from one candle to the next; below 0 it falls. */
  readonly slope: number
}

/** A price at the candle of an age; below 0 the age of a candle to come. Every pivot is one. */
export interface AgedPrice {
  readonly age: number
  readonly price: number
}

/**
 * The line through two points of different age. Its numbers are NaN when their age is the same.
 *
 * @example
 * const neckline = trendLine({ age: 12, price: 10 }, { age: 2, price: 11 }) // { price: 11.2, slope: 0.1 }
 */
export const trendLine = (one: AgedPrice, other: AgedPrice): TrendLine => {
  const earlier = one.age > other.age ? one : other
  const later = one.age > other.age ? other : one
  const candles = earlier.age - later.age
  const slope = candles === 0 ? Number.NaN : (later.price - earlier.price) / candles
  return { price: later.price + slope * later.age, slope }
}

/**
 * The line's price at the candle of this age.
 *
 * @example
 * const broken = window.close(0) < priceAt(neckline, 0)
 */
export const priceAt = ({ price, slope }: TrendLine, age: number): number => price - slope * age

/**
 * The same line when `candles` more have closed: for a detector that remembers a line.
 *
 * @example
 * state.support = lineAfter(state.support, 1)
 */
export const lineAfter = (line: TrendLine, candles: number): TrendLine => ({
  price: priceAt(line, -candles),
  slope: line.slope
})

/**
 * How far a price is above the line at the candle of this age, in quote currency; negative below it. The distance is
 * vertical, for candles and prices have no common unit.
 *
 * @example
 * const overshoot = distanceFromLine(window.high(3), 3, resistance)
 */
export const distanceFromLine = (price: number, age: number, line: TrendLine): number => price - priceAt(line, age)

/**
 * Where two lines meet: the apex of a triangle or wedge. The age is below 0 when they meet after the newest candle.
 * Undefined when they have the same slope.
 *
 * @example
 * const candlesLeft = -(apex(resistance, support)?.age ?? Number.NaN)
 */
export const apex = (one: TrendLine, other: TrendLine): AgedPrice | undefined => {
  const closing = one.slope - other.slope
  if (closing === 0 || Number.isNaN(closing)) return undefined
  const age = (one.price - other.price) / closing
  return { age, price: priceAt(one, age) }
}

/**
 * True when the distance between two lines changes by no more than the tolerance over so many candles, as in a channel.
 * A share is one of the second line's price. A tolerance in ATR does not compile without the ATR.
 *
 * @example
 * const isChannel = isParallel(resistance, support, 30, inAtr(1), features.atr.value)
 */
export const isParallel: {
  (one: TrendLine, other: TrendLine, candles: number, tolerance: FixedTolerance): boolean
  (one: TrendLine, other: TrendLine, candles: number, tolerance: Tolerance, atr: number): boolean
} = (one: TrendLine, other: TrendLine, candles: number, tolerance: Tolerance, atr?: number) =>
  Math.abs(one.slope - other.slope) * candles <= allowance(tolerance, other.price, atr)
