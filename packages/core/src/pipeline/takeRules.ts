import { Predicate } from "effect"

import type { NearMiss, RuleScore } from "../domain/RuleScore.ts"
import { printed } from "./printed.ts"
import { mostDetails, takeList, takeText } from "./takeList.ts"
import { mostMatches } from "./takeMatches.ts"

/** How far the sum of the rule scores may be from the confidence, for sums of floating-point numbers. */
const sumTolerance = 1e-9

/**
 * The rule scores as data of the host's own; throws when they are not in order, as when one is not a number or they do not
 * sum to the confidence.
 */
export const takeExplanation = (given: unknown, confidence: number): ReadonlyArray<RuleScore> => {
  const rules = takeRules(given)
  const sum = rules.reduce((total, { score }) => total + score, 0)
  if (Math.abs(sum - confidence) <= sumTolerance) return rules
  throw new RangeError(`the rule scores sum to ${sum}, but the confidence is ${confidence}`)
}

/** The near misses as data of the host's own; throws when they are not in order. */
export const takeNearMisses = (given: unknown, emits: ReadonlySet<unknown>): ReadonlyArray<NearMiss> =>
  takeList(given, "near misses", mostMatches, (each): NearMiss => {
    if (!Predicate.isObject(each)) throw new TypeError(`a near miss is ${printed(each)}`)
    const { broken, pattern, rules } = each
    if (typeof pattern !== "string" || !emits.has(pattern)) {
      throw new TypeError(`pattern ${printed(pattern)} is not declared in emits`)
    }
    const [first, ...others] = takeList(broken, "broken rules", mostDetails, (rule) =>
      takeText(rule, "a broken rule has no name")
    )
    if (first === undefined) throw new TypeError("a near miss names no broken rule")
    return { pattern, rules: takeRules(rules), broken: [first, ...others] }
  })

const takeRules = (given: unknown): ReadonlyArray<RuleScore> =>
  takeList(given, "rules", mostDetails, (each): RuleScore => {
    if (!Predicate.isObject(each)) throw new TypeError(`a rule is ${printed(each)}`)
    const { rule: name, score, threshold, value } = each
    const rule = takeText(name, "a rule has no name")
    if (isFigure(value) && isFigure(threshold) && isFigure(score)) return { rule, value, threshold, score }
    const figures = `value ${printed(value)}, threshold ${printed(threshold)}, score ${printed(score)}`
    throw new RangeError(`rule ${JSON.stringify(rule)} has ${figures}`)
  })

const isFigure = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value)
