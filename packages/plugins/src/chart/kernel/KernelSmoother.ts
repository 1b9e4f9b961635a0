import { InvalidDefinition } from "@mjolnir/core"

import { bandwidths, crossValidation, type KernelTable, kernelTable } from "./kernelTable.ts"

/**
 * The kernel regression of a window of closes, of which it keeps nothing for the next: put in the closes, smooth them, and
 * ask for the turns. It works in memory of its own, so that a candle allocates nothing.
 */
export class KernelSmoother {
  readonly bars: number
  /** The closes, oldest first. */
  readonly closes: Float64Array
  /** Bandwidth of the regression, in bars. */
  bandwidth = Number.NaN
  /** Of each bandwidth that is compared, its cross-validation and what is used of it. */
  readonly #crossValidations: ReadonlyArray<Float64Array>
  readonly #bandwidths: ReadonlyArray<number>
  readonly #tables: ReadonlyArray<KernelTable>
  readonly #distances: Float64Array
  readonly #signs: Int8Array

  constructor(bars: number, share: number) {
    if (!(Number.isInteger(bars) && bars >= 5 && share > 0)) {
      throw new InvalidDefinition({
        part: "feature kernel-extrema",
        problem: `a window of ${bars} bars and ${share} of the bandwidth`,
        expected: "at least 5 whole bars and a share above 0"
      })
    }
    const compared = bandwidths(bars, share)
    this.bars = bars
    this.closes = new Float64Array(bars)
    this.#crossValidations = compared.map((bandwidth) => crossValidation(bars, bandwidth))
    this.#bandwidths = compared.map((bandwidth) => share * bandwidth)
    this.#tables = this.#bandwidths.map((bandwidth) => kernelTable(bars, bandwidth))
    this.#distances = new Float64Array(bars)
    this.#signs = new Int8Array(bars)
  }

  /** Finds the bandwidth, and the signs of the slope at each bar. */
  smooth(): void {
    const best = this.#bestBandwidth()
    const table = this.#tables[best]
    this.bandwidth = this.#bandwidths[best] ?? Number.NaN
    if (table === undefined) return
    for (let bar = 0; bar < this.bars; bar++) this.#signs[bar] = Math.sign(this.#slopeAt(table, bar))
  }

  /** 1 where the slope turns from rising to falling between this bar and the next, -1 from falling to rising, else 0. */
  turnAt(bar: number): number {
    const signs = this.#signs
    const sign = signs[bar] ?? 0
    if (sign !== 0) return signs[bar + 1] === -sign ? sign : 0
    const before = signs[bar - 1] ?? 0
    if (before === 0) return 0
    let later = bar + 1
    while (signs[later] === 0) later++
    return signs[later] === -before ? before : 0
  }

  /** The bar of the highest close (the lowest for side -1) within a bar of this one, the first of equal ones. */
  extremeNear(bar: number, side: number): number {
    let extreme = Math.max(0, bar - 1)
    const last = Math.min(this.bars - 1, bar + 1)
    for (let near = extreme + 1; near <= last; near++) {
      if ((this.#close(near) - this.#close(extreme)) * side > 0) extreme = near
    }
    return extreme
  }

  /** Which of the compared bandwidths estimates each close best from all others: the first with the least squares. */
  #bestBandwidth(): number {
    const { bars, closes } = this
    // From the first close, so that equal closes have no error at all.
    const distances = this.#distances
    for (let bar = 0; bar < bars; bar++) distances[bar] = (closes[bar] ?? 0) - (closes[0] ?? 0)
    let best = 0
    let least = Number.POSITIVE_INFINITY
    for (let index = 0; index < this.#crossValidations.length; index++) {
      const squares = this.#squares(index)
      if (squares < least) {
        least = squares
        best = index
      }
    }
    return best
  }

  #squares(index: number): number {
    const { bars } = this
    const distances = this.#distances
    const coefficients = this.#crossValidations[index]
    if (coefficients === undefined) return Number.POSITIVE_INFINITY
    let next = 0
    let squares = 0
    for (let one = 0; one < bars; one++) {
      let sum = 0
      for (let other = one; other < bars; other++) sum += (coefficients[next++] ?? 0) * (distances[other] ?? 0)
      squares += sum * (distances[one] ?? 0)
    }
    return squares
  }

  /**
   * What has the sign of m′: Σ K (P − m) (s − x), with prices as distances to that of the bar, so that equal closes have no
   * slope at all, and with the bars of each distance taken together, so that what is symmetrical has none either.
   */
  #slopeAt({ meanDistances, weights }: KernelTable, bar: number): number {
    const { bars, closes } = this
    const price = this.#close(bar)
    let moments = 0
    let sum = 0
    for (let distance = 1; distance < weights.length; distance++) {
      const after = bar + distance < bars ? (closes[bar + distance] ?? 0) - price : 0
      const before = bar >= distance ? (closes[bar - distance] ?? 0) - price : 0
      const weight = weights[distance] ?? 0
      moments += weight * distance * (after - before)
      sum += weight * (after + before)
    }
    return moments - (meanDistances[bar] ?? 0) * sum
  }

  #close(bar: number): number {
    return this.closes[bar] ?? Number.NaN
  }
}
