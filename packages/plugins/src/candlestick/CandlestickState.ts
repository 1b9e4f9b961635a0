import { type CandleWindow, type Match, noMatch } from "@mjolnir/core"
import { Record } from "effect"

import { CandleMemory } from "./CandleMemory.ts"
import { Candles } from "./Candles.ts"
import type { CandlestickParams } from "./CandlestickParams.ts"
import { FollowedHikkake } from "./FollowedHikkake.ts"
import { formsByColour } from "./formsByColour.ts"
import type { FoundPattern } from "./foundPattern.ts"
import type { PatternId } from "./PatternId.ts"
import { type HikkakeId, type HikkakeMemory, hikkakes, noSetup } from "./rules/hikkake.ts"
import { rules } from "./rules/rules.ts"

/** The candles of one symbol and interval as the rules see them, and the setups that wait for a confirmation. */
export class CandlestickState {
  readonly memory: CandleMemory
  readonly setups: HikkakeSetups
  /** The candles as rules of each lookback see them, where there are rules of that lookback. */
  readonly #views: ReadonlyArray<Candles | undefined>
  readonly #hikkakes: ReadonlyArray<FollowedHikkake>

  constructor(memory = new CandleMemory(), setups = noSetups()) {
    this.memory = memory
    this.setups = setups
    this.#views = Array.from({ length: Math.max(...lookbacks) + 1 }, (_, lookback) =>
      lookbacks.has(lookback) ? new Candles(memory, lookback) : undefined
    )
    this.#hikkakes = Record.keys(hikkakes).map((pattern) => new FollowedHikkake(pattern, setups[pattern], memory))
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
      for (const hikkake of this.#hikkakes) hikkake.take(this.memory.index)
    }
  }

  /** What the newest candle completes; to be asked once it has been taken. */
  matches(window: CandleWindow, params: CandlestickParams): ReadonlyArray<Match<PatternId>> {
    const { colours, index } = this.memory
    const forms = allForms[colours] ?? []
    let matches: Array<Match<PatternId>> | undefined
    let place = 0
    while (place < forms.length) {
      const each = forms[place++]
      if (each === undefined || index < each.lookback) continue
      const view = this.#views[each.lookback]
      if (view === undefined || !each.when(view, params)) continue
      place = each.next
      matches = withMatch(matches, each.found, window, params)
    }
    for (const hikkake of this.#hikkakes) {
      const found = hikkake.found()
      if (found !== undefined) matches = withMatch(matches, found, window, params)
    }
    return matches ?? noMatch
  }

  /** Age of the oldest candle of the window that has not been taken; when that is all of it, it begins anew. */
  #missed(window: CandleWindow): number {
    for (let age = 1; age < window.size; age++) if (window.time(age) === this.memory.time) return age - 1
    this.memory.forget()
    for (const setup of Object.values(this.setups)) Object.assign(setup, noSetup())
    return window.size - 1
  }
}

/** What is remembered of each pattern with a memory. */
export type HikkakeSetups = { readonly [Id in HikkakeId]: HikkakeMemory }

const noSetups = (): HikkakeSetups => Record.map(hikkakes, noSetup)

const lookbacks = new Set(Object.values(rules).map(({ lookback }) => lookback))

const allForms = formsByColour(rules)

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
