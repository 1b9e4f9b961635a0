/**
 * Tells the time up to which the market's ticks have arrived, as far as one can know: the clock less the smallest lag
 * seen between a tick and its arrival. So a feed that is delayed by a quarter of an hour is not taken for late, and a
 * quiet symbol's candle closes although no tick of it comes.
 */
export class MarketTime {
  #lag: number | undefined
  #isNewConnection = true

  /** Takes a sample: the time of the newest tick of the connection (-Infinity before the first) and the clock's. */
  observe(newestTickTime: number, clockTime: number): void {
    if (newestTickTime === Number.NEGATIVE_INFINITY) {
      this.#isNewConnection = true
      return
    }
    const lag = Math.max(0, clockTime - newestTickTime)
    if (this.#lag === undefined || this.#isNewConnection || lag < this.#lag) this.#lag = lag
    this.#isNewConnection = false
  }

  /** Market time when the clock says `clockTime`; undefined before the first tick. */
  at(clockTime: number): number | undefined {
    return this.#lag === undefined ? undefined : clockTime - this.#lag
  }
}
