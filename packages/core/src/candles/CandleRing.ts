import type { Candle } from "../domain/Candle.ts"
import type { CandleWindow } from "./CandleWindow.ts"

/**
 * The newest candles of one symbol and interval, in one flat array of columns, the oldest overwritten by the newest. The
 * host writes here; `view` is what readers get, and cannot be changed by them.
 *
 * @example
 * const ring = new CandleRing(50)
 * ring.push(candle)
 * ring.show(20) // readers of ring.view now see the newest 20 candles at most
 */
export class CandleRing {
  readonly capacity: number
  readonly view: CandleWindow
  readonly #cells: RingView

  constructor(capacity: number) {
    this.capacity = capacity
    this.#cells = new RingView(capacity)
    this.view = Object.freeze(this.#cells)
  }

  /** Candles held, whatever is shown of them. */
  get held(): number {
    return held(this.#cells)
  }

  /** Takes the next candle and shows all that are held. */
  push(candle: Candle): void {
    push(this.#cells, candle)
  }

  /** Limits what readers see to the newest `candles`. */
  show(candles: number): void {
    show(this.#cells, candles)
  }
}

const columnCount = 9

/** Only this file can write: by these functions, which reach into private fields. */
let push: (view: RingView, candle: Candle) => void
let show: (view: RingView, candles: number) => void
let held: (view: RingView) => number

class RingView implements CandleWindow {
  readonly #capacity: number
  readonly #slots: number
  readonly #cells: Float64Array
  #newest = 0
  #count = 0
  #shown = 0

  static {
    push = (view, candle) => {
      const slots = view.#slots
      const cells = view.#cells
      const slot = (view.#newest + 1) & (slots - 1)
      cells[slot] = candle.time
      cells[slot + slots] = candle.open
      cells[slot + slots * 2] = candle.high
      cells[slot + slots * 3] = candle.low
      cells[slot + slots * 4] = candle.close
      cells[slot + slots * 5] = candle.volume
      cells[slot + slots * 6] = candle.ticks
      cells[slot + slots * 7] = candle.gap
      cells[slot + slots * 8] = candle.partial ? 1 : 0
      view.#newest = slot
      if (view.#count < view.#capacity) view.#count++
      view.#shown = view.#count
    }
    show = (view, candles) => {
      view.#shown = candles < view.#count ? candles : view.#count
    }
    held = (view) => view.#count
  }

  constructor(capacity: number) {
    this.#capacity = capacity
    this.#slots = 2 ** Math.ceil(Math.log2(Math.max(1, capacity)))
    this.#cells = new Float64Array(this.#slots * columnCount)
  }

  get size(): number {
    return this.#shown
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

Object.freeze(RingView.prototype)
