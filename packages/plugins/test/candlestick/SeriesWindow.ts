import { type Candle, type CandleWindow, epochMillis } from "@mjolnir/core"

/** Open, high, low and close of a candle. */
export type Prices = readonly [open: number, high: number, low: number, close: number, volume?: number]

/** A window on candles that a test holds; `show` says which of them is the newest. */
export class SeriesWindow implements CandleWindow {
  readonly #candles: ReadonlyArray<Prices>
  readonly #most: number
  #newest = -1

  constructor(candles: ReadonlyArray<Prices>, most = 15) {
    this.#candles = candles
    this.#most = most
  }

  show(index: number): this {
    this.#newest = index
    return this
  }

  get size(): number {
    return Math.min(this.#newest + 1, this.#most)
  }

  time(age: number): number {
    return age < this.size ? (this.#newest - age) * 60_000 : Number.NaN
  }

  open(age: number): number {
    return this.#price(0, age)
  }

  high(age: number): number {
    return this.#price(1, age)
  }

  low(age: number): number {
    return this.#price(2, age)
  }

  close(age: number): number {
    return this.#price(3, age)
  }

  volume(): number {
    return 0
  }

  ticks(): number {
    return 0
  }

  partial(): boolean {
    return false
  }

  gap(): number {
    return 0
  }

  #price(place: number, age: number): number {
    return age < this.size ? (this.#candles[this.#newest - age]?.[place] ?? Number.NaN) : Number.NaN
  }
}

/** The same as candles of a minute. */
export const candlesOf = (prices: ReadonlyArray<Prices>): ReadonlyArray<Candle> =>
  prices.map(([open, high, low, close], index) => ({
    time: epochMillis(index * 60_000),
    open,
    high,
    low,
    close,
    volume: 1_000,
    ticks: 0,
    partial: false,
    gap: 0
  }))
