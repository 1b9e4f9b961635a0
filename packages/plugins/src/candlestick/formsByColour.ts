import { Record } from "effect"

import { candlesWithColour } from "./CandleMemory.ts"
import { type FoundPattern, foundPattern } from "./foundPattern.ts"
import type { PatternId } from "./PatternId.ts"
import type { Colour, Rule, RuleForm } from "./Rule.ts"

/** A form of a pattern among those that the colours of the newest candles allow. */
export interface ListedForm {
  readonly lookback: number
  readonly when: RuleForm["when"]
  readonly found: FoundPattern
  /** Place of the next rule's first form in the list. */
  readonly next: number
}

/**
 * The forms that the newest candles can have, by their colours: bit `k` of the index is set when the candle of age `k` is
 * white. Most rules ask for colours, so that most need not be looked at.
 */
export const formsByColour = <Id extends PatternId>(rules: Readonly<Record<Id, Rule>>) =>
  Array.from({ length: 2 ** candlesWithColour }, (_, colours): ReadonlyArray<ListedForm> => {
    const list: Array<ListedForm> = []
    for (const [pattern, { forms, lookback }] of Record.toEntries(rules)) {
      const possible = forms.filter(({ candles }) => allows(candles, colours))
      const next = list.length + possible.length
      for (const { candles, value, when } of possible) {
        list.push({ lookback, when, found: foundPattern(pattern, value, candles.length - 1), next })
      }
    }
    return list
  })

const allows = (candles: ReadonlyArray<Colour>, colours: number): boolean =>
  candles
    .toReversed()
    .every((colour, age) => colour === "any" || (colour === "white") === (((colours >> age) & 1) === 1))
