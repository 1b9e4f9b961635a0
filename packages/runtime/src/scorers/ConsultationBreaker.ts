/** Failures in a row after which a scorer is not asked for a while. */
const failuresUntilOpen = 5
/** Milliseconds for which it is not asked. */
const openMillis = 30_000

/**
 * Keeps a dead model server from adding its whole budget to every detection: after some failures in a row it lets no
 * call through for a while, then one probe, whose outcome closes or opens it again.
 *
 * Unlike that of a detector it goes by the clock of the machine, and calls overlap: the end of one that began before it
 * opened does not prolong the pause, and ends it when it is a success. Times are in milliseconds.
 */
export class ConsultationBreaker {
  #failuresInARow = 0
  /** Undefined while it is closed. */
  #opensAgainAt: number | undefined
  #isProbing = false

  /** True when a call may be made now. Whoever asks makes the call and tells how it ended. */
  admits(now: number): boolean {
    if (this.#opensAgainAt === undefined) return true
    if (this.#isProbing || now < this.#opensAgainAt) return false
    this.#isProbing = true
    return true
  }

  succeeded(): void {
    this.#failuresInARow = 0
    this.#opensAgainAt = undefined
    this.#isProbing = false
  }

  failed(now: number): void {
    this.#failuresInARow++
    if (this.#failuresInARow < failuresUntilOpen) return
    if (this.#isProbing || this.#opensAgainAt === undefined) this.#opensAgainAt = now + openMillis
    this.#isProbing = false
  }

  /** A call was stopped before it said anything; if it was the probe, another may be made. */
  abandoned(): void {
    this.#isProbing = false
  }
}
