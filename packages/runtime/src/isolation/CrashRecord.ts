import type { BreakerState } from "@mjolnir/core/pipeline"

import type { PluginCrash } from "./PluginCrash.ts"

/**
 * When the thread of a plugin is started again. After each crash in a row the pause is twice as long, from 100 ms; after
 * five, and then at each further one, the plugin is suspended for half a minute, a minute … ten minutes, and tries once.
 * It is as new when it has answered for a minute. Plain code; times are milliseconds of one clock.
 */
export class CrashRecord {
  /** Crashes in all. */
  crashes = 0
  last: { readonly crash: PluginCrash; readonly time: number } | undefined
  #inARow = 0
  #isRunning = false
  #startedAt = 0

  /** `open` while the plugin is suspended, `half_open` while it tries. */
  get breaker(): BreakerState {
    if (this.#inARow < suspendAfter) return "closed"
    return this.#isRunning ? "half_open" : "open"
  }

  /** A thread is started. */
  started(now: number): void {
    this.#isRunning = true
    this.#startedAt = now
  }

  /** The thread has answered. */
  answered(now: number): void {
    if (now - this.#startedAt >= provenMillis) this.#inARow = 0
  }

  /** The thread has crashed; gives the pause in milliseconds before the next. */
  crashed(crash: PluginCrash, now: number): number {
    this.#isRunning = false
    this.crashes++
    this.#inARow++
    this.last = { crash, time: now }
    return this.#inARow < suspendAfter
      ? firstPause * 2 ** (this.#inARow - 1)
      : Math.min(longestSuspension, firstSuspension * 2 ** (this.#inARow - suspendAfter))
  }
}

const suspendAfter = 5
const firstPause = 100
const firstSuspension = 30_000
const longestSuspension = 600_000
const provenMillis = 60_000
