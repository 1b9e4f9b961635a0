import type { ChartView } from "../frame/ChartView.ts"

/**
 * The line that no high is above, with the least sum of distances from all of them; for lows, that none is below. It is
 * fitted in place, again and again, so that a candle allocates nothing.
 *
 * That sum depends on nothing but how high the line is in the middle. So the line goes through two highs, one of either half,
 * and is the highest there of all such lines: an edge of the convex hull.
 */
export class EnvelopeLine {
  /** Its price at the newest candle, and what it rises from one candle to the next. */
  price = Number.NaN
  slope = Number.NaN
  readonly #of: "high" | "low"

  constructor(of: "high" | "low") {
    this.#of = of
  }

  /** Fits it to the candles from one age to another, both included. */
  fit(view: ChartView, oldest: number, newest: number): void {
    const side = this.#of === "high" ? 1 : -1
    // Between two candles, so that one line is the highest there.
    const middle = Math.floor((oldest + newest) / 2) + 0.5
    let highest = Number.NEGATIVE_INFINITY
    for (let older = oldest; older > middle; older--) {
      const before = this.#priceOf(view, older)
      for (let newer = newest; newer < middle; newer++) {
        const slope = (this.#priceOf(view, newer) - before) / (older - newer)
        const height = (before + slope * (older - middle)) * side
        if (height > highest) {
          highest = height
          this.slope = slope
          this.price = before + slope * older
        }
      }
    }
  }

  /** Its price at the candle of an age. */
  at(age: number): number {
    return this.price - this.slope * age
  }

  #priceOf(view: ChartView, age: number): number {
    return this.#of === "high" ? view.high(age) : view.low(age)
  }
}
