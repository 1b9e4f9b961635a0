import { type CandleWindow, type Match, noMatch } from "@mjolnir/core"

import { CandleMemory } from "./CandleMemory.ts"
import { Candles } from "./Candles.ts"
import type { CandlestickParams } from "./CandlestickParams.ts"
import { casesByColour } from "./casesByColour.ts"
import { type FoundPattern, foundPattern } from "./foundPattern.ts"
import type { PatternId } from "./PatternId.ts"
import { candlesToConfirm, follow, type HikkakeMemory, type HikkakeRule, hikkakes, noSetup } from "./rules/hikkake.ts"
import { rules } from "./rules/rules.ts"

/** The candles of one symbol and interval as the rules see them, and the setups that wait for a confirmation. */
export class CandlestickState {
  readonly memory: CandleMemory
  readonly hikkake: HikkakeMemory
  readonly hikkakeMod: HikkakeMemory
  /** The candles as rules of each lookback see them. */
  readonly #views: ReadonlyArray<Candles>
  /** What the functions with a memory return at the newest candle. */
  #hikkakeValue = 0
  #hikkakeModValue = 0

  constructor(memory = new CandleMemory(), hikkake = noSetup(), hikkakeMod = noSetup()) {
    this.memory = memory
    this.hikkake = hikkake
    this.hikkakeMod = hikkakeMod
    this.#views = Array.from({ length: longestLookback + 1 }, (_, lookback) => new Candles(memory, lookback))
  }

  /**
   * Takes the newest candle of the window. When it has not seen the one before, because a filter kept the detector from
   * being called or it has just begun, it takes those that it missed too: all of the window if need be.
   */
  take(window: CandleWindow): void {
    let age = 0
    if (window.size > 1 && window.time(1) !== this.memory.time) age = this.#missed(window)
    for (; age >= 0; age--) {
      this.memory.take(window, age)
      this.#hikkakeValue = this.#follow(hikkakes.CDLHIKKAKE, this.hikkake)
      this.#hikkakeModValue = this.#follow(hikkakes.CDLHIKKAKEMOD, this.hikkakeMod)
    }
  }

  /** What the newest candle completes; to be asked once it has been taken. */
  matches(window: CandleWindow, params: CandlestickParams): ReadonlyArray<Match<PatternId>> {
    const { colours, index } = this.memory
    const cases = allCases[colours] ?? []
    let matches: Array<Match<PatternId>> | undefined
    let place = 0
    while (place < cases.length) {
      const each = cases[place++]
      if (each === undefined || index < each.lookback) continue
      const view = this.#views[each.lookback]
      if (view === undefined || !each.when(view, params)) continue
      place = each.next
      matches = withMatch(matches, each.found, window, params)
    }
    if (this.#hikkakeValue !== 0) {
      const found = foundHikkake("CDLHIKKAKE", this.#hikkakeValue, this.hikkake)
      matches = withMatch(matches, found, window, params)
    }
    if (this.#hikkakeModValue !== 0) {
      const found = foundHikkake("CDLHIKKAKEMOD", this.#hikkakeModValue, this.hikkakeMod)
      matches = withMatch(matches, found, window, params)
    }
    return matches ?? noMatch
  }

  #follow(rule: HikkakeRule, memory: HikkakeMemory): number {
    const view = this.#views[rule.lookback - candlesToConfirm]
    if (view === undefined || this.memory.index < rule.lookback - candlesToConfirm) return 0
    const value = follow(memory, rule, view)
    return this.memory.index < rule.lookback ? 0 : value
  }

  /** Age of the oldest candle of the window that has not been taken; when that is all of it, it begins anew. */
  #missed(window: CandleWindow): number {
    for (let age = 1; age < window.size; age++) if (window.time(age) === this.memory.time) return age - 1
    this.memory.forget()
    Object.assign(this.hikkake, noSetup())
    Object.assign(this.hikkakeMod, noSetup())
    return window.size - 1
  }
}

/** Candles of the longest lookback that a rule has. */
const longestLookback = Math.max(...Object.values(rules).map(({ lookback }) => lookback))

const allCases = casesByColour(rules)

/** The first candle of a setup: candles since it was completed, and those of which it is made. */
const foundHikkake = (pattern: keyof typeof hikkakes, value: number, { age }: HikkakeMemory): FoundPattern =>
  foundPattern(pattern, value, age + hikkakes[pattern].candles - 1)

/** The matches with one more, if it is asked for and the operator lets the window show all of its candles. */
const withMatch = (
  matches: Array<Match<PatternId>> | undefined,
  { anchors, confidence, direction, metadata, pattern }: FoundPattern,
  window: CandleWindow,
  { patterns }: CandlestickParams
): Array<Match<PatternId>> | undefined => {
  if (anchors[0] >= window.size || (patterns !== "all" && !patterns.includes(pattern))) return matches
  const match = { pattern, direction, confidence, trigger: 0, price: window.close(0), anchors, metadata }
  if (matches === undefined) return [match]
  matches.push(match)
  return matches
}
