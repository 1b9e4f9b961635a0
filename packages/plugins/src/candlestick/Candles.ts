import type { CandleMemory } from "./CandleMemory.ts"
import { candleRings, lastSlot, slots } from "./candleRings.ts"
import { candleWords } from "./candleWords.ts"
import { meanRing } from "./RunningMeans.ts"

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
  readonly #cells: Float64Array
  readonly #means: Float64Array
  /** Where the ring of means lies by which the newest candle is measured. */
  readonly #bodyMeans: number
  readonly #rangeMeans: number
  readonly #shadowMeans: number
  readonly #nearMeans: number

  /** `lookback`: index of the first candle that the rule can match at, from 0. */
  constructor(memory: CandleMemory, lookback: number) {
    this.#memory = memory
    this.#cells = memory.cells
    this.#means = memory.means.cells
    this.#bodyMeans = meanRing("body", lookback)
    this.#rangeMeans = meanRing("range", lookback)
    this.#shadowMeans = meanRing("shadows", lookback)
    this.#nearMeans = meanRing("near", lookback)
  }

  open(age: number): number {
    return at(this.#cells, openRing, this.#memory.newest, age)
  }

  high(age: number): number {
    return at(this.#cells, highRing, this.#memory.newest, age)
  }

  low(age: number): number {
    return at(this.#cells, lowRing, this.#memory.newest, age)
  }

  close(age: number): number {
    return at(this.#cells, closeRing, this.#memory.newest, age)
  }

  /** True when it closed where it opened, or above. */
  white(age: number): boolean {
    return ((this.#memory.colours >> age) & 1) === 1
  }

  /** Upper end of the body. */
  top(age: number): number {
    return at(this.#cells, topRing, this.#memory.newest, age)
  }

  /** Lower end of the body. */
  bottom(age: number): number {
    return at(this.#cells, bottomRing, this.#memory.newest, age)
  }

  /** Length of the body. */
  body(age: number): number {
    return at(this.#cells, bodyRing, this.#memory.newest, age)
  }

  /** Length of the shadow above the body. */
  upper(age: number): number {
    return at(this.#cells, upperRing, this.#memory.newest, age)
  }

  /** Length of the shadow below the body. */
  lower(age: number): number {
    return at(this.#cells, lowerRing, this.#memory.newest, age)
  }

  /** From low to high. */
  range(age: number): number {
    return at(this.#cells, rangeRing, this.#memory.newest, age)
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
    return longBodyShare * meanOf(this.#means, this.#bodyMeans, this.#memory.newest, age)
  }

  /** Bodies below this are short; the same as {@link longBody}. */
  shortBody(age: number): number {
    return shortBodyShare * meanOf(this.#means, this.#bodyMeans, this.#memory.newest, age)
  }

  /** Bodies up to this are those of a doji. */
  dojiBody(age: number): number {
    return dojiBodyShare * meanOf(this.#means, this.#rangeMeans, this.#memory.newest, age)
  }

  /** Shadows above this are long: the candle's own body. */
  longShadow(age: number): number {
    return longShadowShare * this.body(age)
  }

  /** Shadows above this are very long: twice the candle's own body. */
  veryLongShadow(age: number): number {
    return veryLongShadowShare * this.body(age)
  }

  /** Shadows below this are short. */
  shortShadow(age: number): number {
    return shortShadowShare * meanOf(this.#means, this.#shadowMeans, this.#memory.newest, age)
  }

  /** Shadows below this are as good as none. */
  noShadow(age: number): number {
    return noShadowShare * meanOf(this.#means, this.#rangeMeans, this.#memory.newest, age)
  }

  /** Prices that lie no further apart are near. */
  near(age: number): number {
    return nearShare * meanOf(this.#means, this.#nearMeans, this.#memory.newest, age)
  }

  /** Prices that lie further apart are far. */
  far(age: number): number {
    return farShare * meanOf(this.#means, this.#nearMeans, this.#memory.newest, age)
  }

  /** Prices that lie no further apart are as good as equal. */
  equal(age: number): number {
    return equalShare * meanOf(this.#means, this.#nearMeans, this.#memory.newest, age)
  }
}

// Taken from the tables once: these are read many times per candle.
const {
  open: openRing,
  high: highRing,
  low: lowRing,
  close: closeRing,
  top: topRing,
  bottom: bottomRing,
  body: bodyRing,
  upper: upperRing,
  lower: lowerRing,
  range: rangeRing
} = candleRings
const longBodyShare = candleWords.longBody.share
const shortBodyShare = candleWords.shortBody.share
const dojiBodyShare = candleWords.dojiBody.share
const longShadowShare = candleWords.longShadow.share
const veryLongShadowShare = candleWords.veryLongShadow.share
const shortShadowShare = candleWords.shortShadow.share
const noShadowShare = candleWords.noShadow.share
const nearShare = candleWords.near.share
const farShare = candleWords.far.share
const equalShare = candleWords.equal.share

const at = (cells: Float64Array, ring: number, newest: number, age: number): number =>
  cells[ring + ((newest - age) & lastSlot)] ?? Number.NaN

/** An older candle is measured by a sum that began as much earlier, whose ring lies that much before. */
const meanOf = (means: Float64Array, ring: number, newest: number, age: number): number =>
  means[ring - slots * age + ((newest - age) & lastSlot)] ?? Number.NaN
