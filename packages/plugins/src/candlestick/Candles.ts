import { bodySums, type CandleMemory, nearSums, rangeSums, shadowSums, slots } from "./CandleMemory.ts"

/**
 * The words in which rules speak of the newest candles, as one rule sees them. Candles are named by their age: 0 is the
 * newest. Prices and lengths are in quote currency.
 *
 * What counts as long, short or near is measured by the candles before the one in question: a threshold is a share of
 * the mean of the ten, or five, that precede it. Two rules with another lookback may see thresholds that differ in the
 * last bit, for TA-Lib begins to sum where the rule first looks.
 */
export class Candles {
  readonly #memory: CandleMemory
  readonly #means: Float64Array
  /** Where the ring of means lies by which the newest candle is measured. */
  readonly #bodyMeans: number
  readonly #rangeMeans: number
  readonly #shadowMeans: number
  readonly #nearMeans: number

  /** `lookback`: index of the first candle that the rule can match at, from 0. */
  constructor(memory: CandleMemory, lookback: number) {
    this.#memory = memory
    this.#means = memory.means
    this.#bodyMeans = slots * (bodySums + lookback - 10)
    this.#rangeMeans = slots * (rangeSums + lookback - 10)
    this.#shadowMeans = slots * (shadowSums + lookback - 10)
    this.#nearMeans = slots * (nearSums + (lookback < 10 ? lookback - 5 : lookback - 8))
  }

  open(age: number): number {
    return at(this.#memory.open, this.#memory.newest, age)
  }

  high(age: number): number {
    return at(this.#memory.high, this.#memory.newest, age)
  }

  low(age: number): number {
    return at(this.#memory.low, this.#memory.newest, age)
  }

  close(age: number): number {
    return at(this.#memory.close, this.#memory.newest, age)
  }

  /** True when it closed where it opened, or above. */
  white(age: number): boolean {
    return ((this.#memory.colours >> age) & 1) === 1
  }

  /** Upper end of the body. */
  top(age: number): number {
    return at(this.#memory.top, this.#memory.newest, age)
  }

  /** Lower end of the body. */
  bottom(age: number): number {
    return at(this.#memory.bottom, this.#memory.newest, age)
  }

  /** Length of the body. */
  body(age: number): number {
    return at(this.#memory.body, this.#memory.newest, age)
  }

  /** Length of the shadow above the body. */
  upper(age: number): number {
    return at(this.#memory.upper, this.#memory.newest, age)
  }

  /** Length of the shadow below the body. */
  lower(age: number): number {
    return at(this.#memory.lower, this.#memory.newest, age)
  }

  /** From low to high. */
  range(age: number): number {
    return at(this.#memory.range, this.#memory.newest, age)
  }

  /** The later candle's body lies above the earlier one's. */
  gapUp(later: number, earlier: number): boolean {
    return this.bottom(later) > this.top(earlier)
  }

  /** The later candle's body lies below the earlier one's. */
  gapDown(later: number, earlier: number): boolean {
    return this.top(later) < this.bottom(earlier)
  }

  /** The later candle lies above the earlier one with its shadows. */
  fullGapUp(later: number, earlier: number): boolean {
    return this.low(later) > this.high(earlier)
  }

  /** The later candle lies below the earlier one with its shadows. */
  fullGapDown(later: number, earlier: number): boolean {
    return this.high(later) < this.low(earlier)
  }

  /** Bodies above this are long. */
  longBody(age: number): number {
    return meanOf(this.#means, this.#bodyMeans, this.#memory.newest, age)
  }

  /** Bodies below this are short; the same as {@link longBody}. */
  shortBody(age: number): number {
    return meanOf(this.#means, this.#bodyMeans, this.#memory.newest, age)
  }

  /** Bodies up to this are those of a doji. */
  dojiBody(age: number): number {
    return 0.1 * meanOf(this.#means, this.#rangeMeans, this.#memory.newest, age)
  }

  /** Shadows above this are long: the candle's own body. */
  longShadow(age: number): number {
    return this.body(age)
  }

  /** Shadows above this are very long: twice the candle's own body. */
  veryLongShadow(age: number): number {
    return 2 * this.body(age)
  }

  /** Shadows below this are short. */
  shortShadow(age: number): number {
    return meanOf(this.#means, this.#shadowMeans, this.#memory.newest, age) / 2
  }

  /** Shadows below this are as good as none. */
  noShadow(age: number): number {
    return 0.1 * meanOf(this.#means, this.#rangeMeans, this.#memory.newest, age)
  }

  /** Prices that lie no further apart are near. */
  near(age: number): number {
    return 0.2 * meanOf(this.#means, this.#nearMeans, this.#memory.newest, age)
  }

  /** Prices that lie further apart are far. */
  far(age: number): number {
    return 0.6 * meanOf(this.#means, this.#nearMeans, this.#memory.newest, age)
  }

  /** Prices that lie no further apart are as good as equal. */
  equal(age: number): number {
    return 0.05 * meanOf(this.#means, this.#nearMeans, this.#memory.newest, age)
  }
}

const at = (ring: Float64Array, newest: number, age: number): number => ring[(newest - age) & (slots - 1)] ?? Number.NaN

/** An older candle is measured by a sum that began as much earlier, whose ring lies that much before. */
const meanOf = (means: Float64Array, ring: number, newest: number, age: number): number =>
  means[ring - slots * age + ((newest - age) & (slots - 1))] ?? Number.NaN
