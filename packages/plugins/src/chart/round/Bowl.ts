import type { ChartView } from "../frame/ChartView.ts"

/** How round the closes of some candles are: a parabola through them, and where they spend their time. */
export interface Bowl {
  /** What each candle bends the parabola up by, in quote currency: above 0 it is open to the top. */
  readonly bend: number
  /** Where the parabola has its lowest point, as a share of the candles from the oldest to the newest. */
  readonly middle: number
  /** Coefficient of determination: 1 when all closes are on the parabola. */
  readonly rSquared: number
  /** Share of the closes that are in the lower half between the lowest and the highest: 0.7 of a parabola, 0.5 of a V. */
  readonly lowShare: number
}

/**
 * The bowl of the closes from one candle to another, both included; undefined for fewer than four candles, or closes that
 * are all the same.
 *
 * Least squares by the orthogonal polynomials of equal steps, x and x² - (n² - 1) / 12 about the middle.
 */
export const bowlOf = (view: ChartView, oldest: number, newest: number): Bowl | undefined => {
  const candles = oldest - newest + 1
  if (!(candles >= 4)) return undefined
  const centre = (candles - 1) / 2
  const meanSquare = (candles * candles - 1) / 12
  let mean = 0
  let highest = Number.NEGATIVE_INFINITY
  let lowest = Number.POSITIVE_INFINITY
  for (let age = oldest; age >= newest; age--) {
    const close = view.close(age)
    mean += close / candles
    highest = Math.max(highest, close)
    lowest = Math.min(lowest, close)
  }
  if (!(highest > lowest)) return undefined
  let low = 0
  let total = 0
  let linear = 0
  let square = 0
  for (let age = oldest; age >= newest; age--) {
    const close = view.close(age)
    const x = oldest - age - centre
    if (close < (highest + lowest) / 2) low++
    total += (close - mean) ** 2
    linear += x * (close - mean)
    square += (x * x - meanSquare) * (close - mean)
  }
  const linearSquares = candles * meanSquare
  const squareSquares = (candles * meanSquare * (candles * candles - 4)) / 15
  const slope = linear / linearSquares
  const bend = square / squareSquares
  return {
    bend,
    middle: (centre - slope / (2 * bend)) / (candles - 1),
    rSquared: (slope * slope * linearSquares + bend * bend * squareSquares) / total,
    lowShare: low / candles
  }
}
