import type { ExampleCandle } from "@mjolnir/core"

import type { Candles } from "./Candles.ts"
import type { CandleWord } from "./candleWords.ts"
import type { Penetrations } from "./penetrations.ts"
import type { TalibValue } from "./TalibValue.ts"

/** One of TA-Lib's patterns: when it is there, and what it is to those who trade by it. */
export interface Rule extends RuleText {
  /** Index of the first candle of a series at which TA-Lib tells the pattern, from 0. */
  readonly lookback: number
  /** The forms that it takes; the first that is there gives the value. The example shows the first of all. */
  readonly forms: ReadonlyArray<RuleForm>
}

/** What the catalogue of patterns says of a rule. */
export interface RuleText {
  /** What it means to those who trade by it. */
  readonly means: string
  /** When it is there, in words. Shares that can be set are named by their param, in backticks. */
  readonly text: string
  /** The words of the text that stand for a figure. */
  readonly words: ReadonlyArray<CandleWord>
  /** Candles of which the newest completes it. */
  readonly example: ReadonlyArray<ExampleCandle>
}

/** A form that a pattern takes. */
export interface RuleForm {
  /** What TA-Lib's function returns. */
  readonly value: TalibValue
  /** The candles of which it is made and their colours, oldest first. */
  readonly candles: ReadonlyArray<Colour>
  /** What must hold beside the colours. */
  readonly when: (c: Candles, params: Penetrations) => boolean
}

/** `white` closed where it opened or above, `black` below. */
export type Colour = "white" | "black" | "any"

/** Rules of one kind by the names that TA-Lib gives their functions. */
export const defineRules = <const Id extends string>(rules: Readonly<Record<Id, Rule>>) => rules

/** A candle that means the same in both colours: bullish when it is white, bearish when it is black. */
export const byColour = (when: RuleForm["when"]): ReadonlyArray<RuleForm> => [
  { value: 100, candles: ["white"], when },
  { value: -100, candles: ["black"], when }
]
