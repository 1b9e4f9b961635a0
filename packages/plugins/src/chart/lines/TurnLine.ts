import type { ChartView } from "../frame/ChartView.ts"

/**
 * The line with the least squares of distances from turns of a view, and how far they are from it. It is fitted in place,
 * again and again, so that a candle allocates nothing.
 */
export class TurnLine {
  /** Its price at the newest candle, and what it rises from one candle to the next. */
  price = Number.NaN
  slope = Number.NaN
  /** Mean price of the turns. */
  mean = Number.NaN
  #turns = 0
  /** The turns it is fitted to, newest first; each is asked for once. */
  readonly #ages = new Float64Array(mostTurns)
  readonly #prices = new Float64Array(mostTurns)

  /** Fits it to two or three turns of one kind, the newest of which has this place. */
  fit(view: ChartView, place: number, turns: 2 | 3): void {
    const ages = this.#ages
    const prices = this.#prices
    let meanAge = 0
    let mean = 0
    for (let turn = 0; turn < turns; turn++) {
      const age = view.turnAge(place + 2 * turn)
      const price = view.turnPrice(place + 2 * turn)
      ages[turn] = age
      prices[turn] = price
      meanAge += age / turns
      mean += price / turns
    }
    let squares = 0
    let both = 0
    for (let turn = 0; turn < turns; turn++) {
      const age = (ages[turn] ?? Number.NaN) - meanAge
      squares += age * age
      both -= age * ((prices[turn] ?? Number.NaN) - mean)
    }
    this.mean = mean
    this.slope = both / squares
    this.price = mean + this.slope * meanAge
    this.#turns = turns
  }

  /** How far the turn is from it that is furthest. */
  get furthest(): number {
    let furthest = 0
    for (let turn = 0; turn < this.#turns; turn++) {
      furthest = Math.max(furthest, Math.abs(this.#price(turn) - this.at(this.#ages[turn] ?? Number.NaN)))
    }
    return furthest
  }

  /** How far the turn is from the mean price of the turns that is furthest. */
  get spread(): number {
    let spread = 0
    for (let turn = 0; turn < this.#turns; turn++) spread = Math.max(spread, Math.abs(this.#price(turn) - this.mean))
    return spread
  }

  /** True when each turn is above (`way` 1) or below (-1) the one before. */
  goesOn(way: 1 | -1): boolean {
    for (let turn = 1; turn < this.#turns; turn++) {
      if (!((this.#price(turn - 1) - this.#price(turn)) * way > 0)) return false
    }
    return true
  }

  /** Its price at the candle of an age. */
  at(age: number): number {
    return this.price - this.slope * age
  }

  #price(turn: number): number {
    return this.#prices[turn] ?? Number.NaN
  }
}

const mostTurns = 3
