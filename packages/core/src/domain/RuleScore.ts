import { Schema } from "effect"

/**
 * What one rule of a detector measured and what that was worth. The scores of a match sum to its confidence. `value` is
 * what was measured and `threshold` what it was measured against, in the rule's own unit.
 */
export const RuleScore = Schema.Struct({
  rule: Schema.String,
  value: Schema.Finite,
  threshold: Schema.Finite,
  score: Schema.Finite
})
export type RuleScore = typeof RuleScore.Type

/** A pattern that was nearly there: the rules that it kept, and those that it broke. */
export interface NearMiss<Pattern extends string = string> {
  readonly pattern: Pattern
  /** The rules as measured; a broken one scores 0. */
  readonly rules: ReadonlyArray<RuleScore>
  /** Names of the broken rules, at least one. */
  readonly broken: readonly [string, ...ReadonlyArray<string>]
}
