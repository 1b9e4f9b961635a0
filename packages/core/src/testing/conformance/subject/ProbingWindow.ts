import type { CandleWindow } from "../../../candles/CandleWindow.ts"

/** Told of a read of an age that no window can have: what was read, and the age. */
export type OnStrayRead = (figure: string, age: unknown) => void

/** A window that tells of reads of candles that are not there: later than the newest, or older than was declared. */
export class ProbingWindow implements CandleWindow {
  readonly #window: CandleWindow
  readonly #declared: number
  readonly #onStrayRead: OnStrayRead

  constructor(window: CandleWindow, declared: number, onStrayRead: OnStrayRead) {
    this.#window = window
    this.#declared = declared
    this.#onStrayRead = onStrayRead
  }

  get size(): number {
    return this.#window.size
  }

  time(age: number): number {
    return this.#window.time(this.#checked("time", age))
  }

  open(age: number): number {
    return this.#window.open(this.#checked("open", age))
  }

  high(age: number): number {
    return this.#window.high(this.#checked("high", age))
  }

  low(age: number): number {
    return this.#window.low(this.#checked("low", age))
  }

  close(age: number): number {
    return this.#window.close(this.#checked("close", age))
  }

  volume(age: number): number {
    return this.#window.volume(this.#checked("volume", age))
  }

  ticks(age: number): number {
    return this.#window.ticks(this.#checked("ticks", age))
  }

  partial(age: number): boolean {
    return this.#window.partial(this.#checked("partial", age))
  }

  gap(age: number): number {
    return this.#window.gap(this.#checked("gap", age))
  }

  #checked(figure: string, age: number): number {
    // Before as many candles have come as were declared, an age that will be there reads as NaN by contract.
    if (!(Number.isInteger(age) && age >= 0 && age < this.#declared)) this.#onStrayRead(figure, age)
    return age
  }
}
