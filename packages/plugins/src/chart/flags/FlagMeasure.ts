import { atrPeriod } from "../../pivots/pivotParams.ts"
import type { ChartView } from "../frame/ChartView.ts"
import { EnvelopeLine } from "./EnvelopeLine.ts"
import type { FlagParams } from "./flagParams.ts"

/** The measures of a rising pole and what follows it up to a breakout, taken in place, again and again. */
export class FlagMeasure {
  readonly upper = new EnvelopeLine("high")
  readonly lower = new EnvelopeLine("low")
  /** Age of the tip, the highest candle before the breakout. */
  tip = 0
  tipPrice = Number.NaN
  /** Age of the lowest candle after it. */
  lowest = 0
  lowestPrice = Number.NaN
  /** Average true range of the candles up to the tip: the same for every breakout of the flag. */
  range = Number.NaN

  /** What follows the pole from this base, when the candle of age `end` breaks out of it upwards. */
  kindOf(view: ChartView, base: number, end: number, params: FlagParams): "flag" | "pennant" | undefined {
    if (!(view.close(end) > view.high(end + 1))) return undefined
    this.#findTip(view, base, end)
    const pole = base - this.tip
    const flag = this.tip - end - 1
    if (pole < 1 || pole > params.poleCandles) return undefined
    if (flag < params.flagCandles || flag > params.flagWidth * pole) return undefined
    this.#findLowest(view, end)
    const height = this.tipPrice - view.low(base)
    if (!(this.tipPrice - this.lowestPrice <= params.retracement * height)) return undefined
    this.range = averageRange(view, this.tip)
    if (!(this.range > 0 && height >= params.minimumPole * this.range)) return undefined
    this.upper.fit(view, this.tip - 1, end + 1)
    if (!(view.close(end) > this.upper.at(end))) return undefined
    this.lower.fit(view, this.tip - 1, end + 1)
    return this.#kind(end, params)
  }

  /** How far apart the lines are at the candle of an age. */
  distanceAt(age: number): number {
    return this.upper.at(age) - this.lower.at(age)
  }

  #kind(end: number, { convergence, level }: FlagParams): "flag" | "pennant" | undefined {
    const before = this.distanceAt(this.tip - 1)
    const after = this.distanceAt(end)
    const { lower, upper } = this
    if (after > 0 && after <= convergence * before) return upper.slope < 0 && lower.slope > 0 ? "pennant" : undefined
    const allowed = (level * this.range) / (this.tip - 1 - end)
    return Math.min(before, after) > convergence * Math.max(before, after) &&
      upper.slope <= allowed &&
      lower.slope <= allowed
      ? "flag"
      : undefined
  }

  #findTip(view: ChartView, base: number, end: number): void {
    this.tip = base
    this.tipPrice = view.high(base)
    for (let age = base - 1; age > end; age--) {
      const high = view.high(age)
      if (high > this.tipPrice) {
        this.tip = age
        this.tipPrice = high
      }
    }
  }

  #findLowest(view: ChartView, end: number): void {
    this.lowest = this.tip - 1
    this.lowestPrice = view.low(this.lowest)
    for (let age = this.lowest - 1; age > end; age--) {
      const low = view.low(age)
      if (low < this.lowestPrice) {
        this.lowest = age
        this.lowestPrice = low
      }
    }
  }
}

/** Mean true range of as many candles as the pivots' has, up to the one of this age; NaN when there are too few. */
const averageRange = (view: ChartView, newest: number): number => {
  let sum = 0
  for (let age = newest; age < newest + atrPeriod; age++) {
    const before = view.close(age + 1)
    sum += Math.max(view.high(age), before) - Math.min(view.low(age), before)
  }
  return sum / atrPeriod
}
