import type { CandleState } from "./CandleState.ts"

/**
 * A candle that still takes ticks. The object is used again for the next interval, so that a tick allocates nothing;
 * a cleared one has the time NaN, which no comparison holds for.
 */
export class OpenCandle {
  time = Number.NaN
  open = 0
  high = 0
  low = 0
  close = 0
  volume = 0
  ticks = 0
  partial = false
  /** Time of the newest tick in the candle. */
  lastTime = 0
  #firstTime = 0

  get isOpen(): boolean {
    return this.time >= 0
  }

  start(time: number, partial: boolean): void {
    this.time = time
    this.partial = partial
    this.ticks = 0
    this.volume = 0
  }

  /** Open and close follow the time of the ticks, not their arrival; of two at the same time the later arrival closes. */
  add(time: number, price: number, shares: number): void {
    if (this.ticks === 0) {
      this.open = this.high = this.low = this.close = price
      this.#firstTime = this.lastTime = time
    } else {
      if (price > this.high) this.high = price
      if (price < this.low) this.low = price
      if (time >= this.lastTime) {
        this.close = price
        this.lastTime = time
      } else if (time < this.#firstTime) {
        this.open = price
        this.#firstTime = time
      }
    }
    this.volume += shares
    this.ticks++
  }

  /** Puts what happened before the first tick in front of it. */
  complete(before: CandleState): void {
    this.open = before.open
    if (before.high > this.high) this.high = before.high
    if (before.low < this.low) this.low = before.low
    this.#firstTime = this.time
    this.ticks += before.ticks
    this.partial = false
  }

  clear(): void {
    this.time = Number.NaN
  }
}
