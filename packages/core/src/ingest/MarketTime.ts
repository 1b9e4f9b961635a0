/**
 * Tells the time up to which the market's ticks have arrived, as far as one can know. While ticks arrive it is the time
 * of the newest; when they stay away it runs on from there with the clock, so that a quiet market's candles close. A feed
 * that is delayed, by however much, is therefore not taken for late, and neither are ticks that wait because we are
 * behind. Never ahead of the clock.
 */
export class MarketTime {
  readonly #stallAfter: number
  #newestTick: number | undefined
  #ticksBefore = 0
  /** When ticks last arrived, or when we could last have missed that they did. */
  #arrivedAt = 0
  #observedAt = Number.NEGATIVE_INFINITY

  /** A pause of more than `stallAfter` milliseconds between two observations means that we were held up ourselves. */
  constructor(stallAfter: number) {
    this.#stallAfter = stallAfter
  }

  /**
   * Takes a sample: the time of the newest tick of the connection (-Infinity before the first), the ticks that have
   * arrived in all, late ones included, and the clock's time.
   */
  observe(newestTickTime: number, ticks: number, clockTime: number): void {
    const hasStalled = clockTime - this.#observedAt > this.#stallAfter
    if (newestTickTime !== Number.NEGATIVE_INFINITY && ticks !== this.#ticksBefore) {
      this.#newestTick = newestTickTime
      this.#arrivedAt = clockTime
    } else if (hasStalled) this.#holdUntil(clockTime)
    this.#ticksBefore = ticks
    this.#observedAt = clockTime
  }

  /** Market time when the clock says `clockTime`; undefined before the first tick. */
  at(clockTime: number): number | undefined {
    if (this.#newestTick === undefined) return undefined
    return Math.min(clockTime, this.#newestTick + Math.max(0, clockTime - this.#arrivedAt))
  }

  /** Lets market time go on from where it was at the last observation: what came meanwhile has yet to be read. */
  #holdUntil(clockTime: number): void {
    const before = this.at(this.#observedAt)
    if (before === undefined) return
    this.#newestTick = before
    this.#arrivedAt = clockTime
  }
}
