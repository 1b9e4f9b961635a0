import type { AgedPrice, TrendLine } from "./TrendLine.ts"

/** A line fitted to points, and how well it fits. */
export interface FittedLine extends TrendLine {
  /** Coefficient of determination: 1 when all points are on the line, 0 when it says no more than their mean. */
  readonly rSquared: number
}

/**
 * The line with the least squares of vertical distances from the points. Its numbers are NaN without two points of
 * different age.
 *
 * Ordinary least squares, about the means of ages and prices so that nothing is lost to rounding.
 *
 * @example
 * const resistance = fitLine([{ age: 20, price: 12.1 }, { age: 11, price: 12 }, { age: 3, price: 12.05 }])
 */
export const fitLine = (points: ReadonlyArray<AgedPrice>): FittedLine => {
  let meanAge = 0
  let meanPrice = 0
  for (const { age, price } of points) {
    meanAge += age / points.length
    meanPrice += price / points.length
  }
  let ages = 0
  let prices = 0
  let both = 0
  for (const { age, price } of points) {
    ages += (age - meanAge) ** 2
    prices += (price - meanPrice) ** 2
    both += (meanAge - age) * (price - meanPrice)
  }
  if (ages === 0) return noLine
  const slope = both / ages
  return {
    price: meanPrice + slope * meanAge,
    slope,
    // Prices that are all the same are on the line.
    rSquared: prices === 0 ? 1 : (slope * slope * ages) / prices
  }
}

const noLine: FittedLine = { price: Number.NaN, slope: Number.NaN, rSquared: Number.NaN }
