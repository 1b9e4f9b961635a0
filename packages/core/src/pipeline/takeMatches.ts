import { Predicate } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import { Direction, type Match, type MatchMetadata } from "../domain/Match.ts"
import type { RawMatch } from "../plugin/ConfiguredDetector.ts"
import type { CalledOn } from "../plugin/DetectorDefinition.ts"
import { promiseFault } from "../plugin/promiseFault.ts"
import { printed } from "./printed.ts"

/** More matches of one detector at one candle are a flood. */
export const mostMatches = 32

/**
 * Takes the matches of one call: as plain data of the host's own, for which every field was read once, or in words what is
 * wrong with them. So nothing that a detector keeps, changes later or answers otherwise the next time reaches a detection.
 * Checked by hand, for a match through a Schema costs as much as the detectors. Throws when reading a match throws.
 */
export const takeMatches = <On extends CalledOn>(
  given: unknown,
  on: On,
  window: CandleWindow,
  emits: ReadonlySet<string>
): ReadonlyArray<RawMatch<On>> | string => {
  if (!Array.isArray(given)) return promiseFault(given) ?? "returned something that is not an array of matches"
  const count = given.length
  if (count > mostMatches) return `returned ${count} matches for one candle, more than ${mostMatches}`
  const taken: Array<RawMatch<On>> = []
  for (let index = 0; index < count; index++) {
    const match = takeMatch(given[index], on, window, emits)
    if (typeof match === "string") return match
    // What was taken for this kind of call is a match of it.
    taken.push(match as RawMatch<On>)
  }
  return taken
}

const takeMatch = (
  given: unknown,
  on: CalledOn,
  window: CandleWindow,
  emits: ReadonlySet<string>
): RawMatch | string => {
  if (!Predicate.isObject(given)) return `returned a match that is ${printed(given)}`
  const { anchors, confidence, direction, metadata, pattern, price, provisional, trigger }: Unchecked = given
  if (!isDeclared(pattern, emits)) return `pattern ${printed(pattern)} is not declared in emits`
  if (!isDirection(direction)) return `direction is ${printed(direction)}`
  if (!(typeof confidence === "number" && confidence >= 0 && confidence <= 1))
    return `confidence is ${figure(confidence)}, not a number from 0 to 1`
  if (!(typeof price === "number" && Number.isFinite(price))) return `price is ${figure(price)}`
  const ages = takeAnchors(anchors, window)
  if (typeof ages === "string") return ages
  const details = metadata === undefined ? noMetadata : takeMetadata(metadata)
  if (typeof details === "string") return details
  if (on === "tick") return { pattern, direction, confidence, price, anchors: ages, metadata: details }
  if (!isSome(ages)) return "there is no anchor, so nothing tells the match from others"
  if (!isAge(trigger, window)) return notAnAge("trigger", trigger, window)
  if (provisional === undefined || provisional === false)
    return { pattern, direction, confidence, trigger, price, anchors: ages, metadata: details }
  if (provisional !== true) return `provisional is ${printed(provisional)}`
  return { pattern, direction, confidence, trigger, price, anchors: ages, metadata: details, provisional }
}

type Unchecked = Partial<Record<keyof Match, unknown>>

const takeAnchors = (given: unknown, window: CandleWindow): ReadonlyArray<number> | string => {
  if (!Array.isArray(given)) return "anchors are not a list of ages"
  const count = given.length
  if (count > mostAnchors) return `names ${count} anchors, more than ${mostAnchors}`
  const ages: Array<number> = []
  for (let index = 0; index < count; index++) {
    const age: unknown = given[index]
    if (!isAge(age, window)) return notAnAge("an anchor", age, window)
    ages.push(age)
  }
  return ages
}

const isSome = (ages: ReadonlyArray<number>): ages is Match["anchors"] => ages.length > 0

/** Copied before it is looked at: a field may answer otherwise, or throw, the second time that it is read. */
const takeMetadata = (given: unknown): MatchMetadata | string => {
  if (!Predicate.isObject(given)) return "metadata is not an object"
  const taken: Record<string, unknown> = { ...given }
  let characters = 0
  // Without a list of entries and without asking of each whether it is the object's own: that costs more than the rest.
  for (const name in taken) {
    const value = taken[name]
    characters += name.length
    if (typeof value === "string") characters += value.length
    else if (typeof value === "number" ? !Number.isFinite(value) : typeof value !== "boolean") {
      // A plugin may have put something on the prototype of all objects.
      if (Object.hasOwn(taken, name)) return `metadata ${printed(name)} is ${figure(value)}`
    }
  }
  if (characters > mostCharacters) return `metadata has ${characters} characters, more than ${mostCharacters}`
  // Every value has been looked at.
  return taken as MatchMetadata
}

const noMetadata: MatchMetadata = Object.freeze({})

/** Of what tells a match from others nobody needs more. */
const mostAnchors = 256
/** Names and texts of the metadata of a match, which is a message and not a document. */
const mostCharacters = 10_000

const isDeclared = (pattern: unknown, emits: ReadonlySet<unknown>): pattern is string => emits.has(pattern)

const isDirection = (direction: unknown): direction is Direction => directions.has(direction)

const directions: ReadonlySet<unknown> = new Set(Direction.literals)

const isAge = (age: unknown, window: CandleWindow): age is number =>
  typeof age === "number" && Number.isInteger(age) && age >= 0 && age < window.size

const notAnAge = (what: string, age: unknown, window: CandleWindow): string =>
  typeof age === "number"
    ? `candle age ${age} is outside the window of ${window.size}`
    : `${what} is ${figure(age)}, not the age of a candle`

const figure = (value: unknown): string => (typeof value === "number" ? String(value) : `of type ${typeof value}`)
