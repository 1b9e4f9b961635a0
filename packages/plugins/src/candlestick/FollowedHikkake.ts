import type { CandleMemory } from "./CandleMemory.ts"
import { Candles } from "./Candles.ts"
import { type FoundPattern, foundPattern } from "./foundPattern.ts"
import {
  candlesToConfirm,
  follow,
  type HikkakeId,
  type HikkakeMemory,
  type HikkakeRule,
  hikkakes
} from "./rules/hikkake.ts"
import type { TalibValue } from "./TalibValue.ts"

/** A pattern with a memory as it is followed through the candles of one symbol and interval. */
export class FollowedHikkake {
  readonly #pattern: HikkakeId
  readonly #rule: HikkakeRule
  readonly #setup: HikkakeMemory
  readonly #view: Candles
  /** What TA-Lib's function returns at the newest candle. */
  #value: TalibValue | 0 = 0

  constructor(pattern: HikkakeId, setup: HikkakeMemory, memory: CandleMemory) {
    this.#pattern = pattern
    this.#rule = hikkakes[pattern]
    this.#setup = setup
    this.#view = new Candles(memory, firstSetup(pattern))
  }

  /** Takes the newest candle, which has this index. */
  take(index: number): void {
    const { lookback } = this.#rule
    this.#value = 0
    if (index < lookback - candlesToConfirm) return
    const value = follow(this.#setup, this.#rule, this.#view)
    if (index >= lookback) this.#value = value
  }

  /** What the newest candle completes or confirms. */
  found(): FoundPattern | undefined {
    if (this.#value === 0) return undefined
    const oldest = this.#setup.age + this.#rule.candles - 1
    return foundPattern(this.#pattern, this.#value, oldest)
  }
}

/** Index of the first candle at which a setup is looked for, from 0. */
export const firstSetup = (pattern: HikkakeId): number => hikkakes[pattern].lookback - candlesToConfirm
