import type { Candle } from "../domain/Candle.ts"
import type { CandleWindow } from "./CandleWindow.ts"

/**
 * A {@link CandleWindow} of fixed capacity that the host can write to: one flat array of columns, the oldest candle
 * overwritten by the newest.
 *
 * @example
 * const ring = new CandleRing(50)
 * ring.push(candle)
 * ring.show(20) // readers now see the newest 20 candles at most
 */
export class CandleRing implements CandleWindow {
  readonly capacity: number
  readonly #slots: number
  readonly #cells: Float64Array
  #newest = 0
  #count = 0
  #shown = 0

  constructor(capacity: number) {
    this.capacity = capacity
    this.#slots = 2 ** Math.ceil(Math.log2(Math.max(1, capacity)))
    this.#cells = new Float64Array(this.#slots * columnCount)
  }

  get size(): number {
    return this.#shown
  }

  /** Candles held, whatever is shown of them. */
  get held(): number {
    return this.#count
  }

  push(candle: Candle): void {
    const slots = this.#slots
    const cells = this.#cells
    const slot = (this.#newest + 1) & (slots - 1)
    cells[slot] = candle.time
    cells[slot + slots] = candle.open
    cells[slot + slots * 2] = candle.high
    cells[slot + slots * 3] = candle.low
    cells[slot + slots * 4] = candle.close
    cells[slot + slots * 5] = candle.volume
    cells[slot + slots * 6] = candle.ticks
    cells[slot + slots * 7] = candle.gap
    cells[slot + slots * 8] = candle.partial ? 1 : 0
    this.#newest = slot
    if (this.#count < this.capacity) this.#count++
    this.#shown = this.#count
  }

  /** Limits what readers see to the newest `candles`. */
  show(candles: number): void {
    this.#shown = candles < this.#count ? candles : this.#count
  }

  time(age: number): number {
    return this.#read(0, age)
  }

  open(age: number): number {
    return this.#read(1, age)
  }

  high(age: number): number {
    return this.#read(2, age)
  }

  low(age: number): number {
    return this.#read(3, age)
  }

  close(age: number): number {
    return this.#read(4, age)
  }

  volume(age: number): number {
    return this.#read(5, age)
  }

  ticks(age: number): number {
    return this.#read(6, age)
  }

  gap(age: number): number {
    return this.#read(7, age)
  }

  partial(age: number): boolean {
    return this.#read(8, age) === 1
  }

  #read(column: number, age: number): number {
    if (age >= 0 && age < this.#shown) {
      const slots = this.#slots
      return this.#cells[column * slots + ((this.#newest - age) & (slots - 1))] ?? Number.NaN
    }
    return Number.NaN
  }
}

const columnCount = 9
