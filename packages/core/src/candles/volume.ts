/** Shares counted for a tick whose feed does not say the volume. */
export const volumeOfUnsizedTick = 100

/**
 * Turns a day's volume so far into the volume since the tick before. A tick that says less than half of what was
 * reached starts a new day; any other step down is a correction and counts nothing, as does a late tick.
 */
export class CumulativeVolume {
  #reached = Number.NaN
  #lastTime = Number.NEGATIVE_INFINITY

  /** The shares that `dayVolume` adds; 0 for the first tick, whose predecessors are unknown, and when it is NaN. */
  sharesSince(time: number, dayVolume: number): number {
    if (Number.isNaN(dayVolume) || time < this.#lastTime) return 0
    const before = this.#reached
    this.#reached = dayVolume
    this.#lastTime = time
    if (Number.isNaN(before)) return 0
    if (dayVolume >= before) return dayVolume - before
    return dayVolume < before / 2 ? dayVolume : 0
  }
}
