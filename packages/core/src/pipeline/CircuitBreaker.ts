/** When a breaker opens and for how long. */
export interface BreakerSettings {
  /** Failures in a row after which it opens. */
  readonly afterFailures: number
  /** How long it stays open at first, in milliseconds of candle time; twice as long each time the probe fails. */
  readonly firstPauseMillis: number
  readonly longestPauseMillis: number
}

/**
 * Keeps a part that fails again and again from being called: after some failures in a row it opens; when its pause is
 * over it is half open and lets one call through, whose outcome closes or opens it again.
 *
 * It goes by candle time, so that the same candles give the same calls live, replayed and in a batch.
 */
export class CircuitBreaker {
  readonly #settings: BreakerSettings
  #failuresInARow = 0
  #pauses = 0
  #openedAt = Number.NaN
  #opensAgainAt = Number.NaN
  #state: BreakerState = "closed"

  constructor(settings: BreakerSettings) {
    this.#settings = settings
  }

  get state(): BreakerState {
    return this.#state
  }

  /** True when a call may be made at this candle time. Whoever asks makes the call and tells its outcome. */
  allows(now: number): boolean {
    // Time that goes back further than any pause is that of other candles, which need not wait for these.
    const isOtherTime = now < this.#openedAt - this.#settings.longestPauseMillis
    if (this.#state === "open" && (now >= this.#opensAgainAt || isOtherTime)) this.#state = "half_open"
    return this.#state !== "open"
  }

  succeeded(): void {
    this.#failuresInARow = 0
    this.#pauses = 0
    this.#state = "closed"
  }

  failed(now: number): void {
    const { afterFailures, firstPauseMillis, longestPauseMillis } = this.#settings
    this.#failuresInARow++
    if (this.#state === "half_open" || this.#failuresInARow >= afterFailures) {
      this.#openedAt = now
      this.#opensAgainAt = now + Math.min(longestPauseMillis, firstPauseMillis * 2 ** this.#pauses)
      this.#pauses++
      this.#state = "open"
    }
  }
}

/** `closed` lets every call through, `open` none, `half_open` one to see. */
export type BreakerState = "closed" | "open" | "half_open"
