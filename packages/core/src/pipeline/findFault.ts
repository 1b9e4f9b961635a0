import { Predicate } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import { Direction, type Match, type MatchMetadata, type ProvisionalMatch } from "../domain/Match.ts"

/** More matches of one detector at one candle are a flood. */
export const mostMatches = 32

/**
 * What is wrong with the matches of one call, if anything. Checked by hand, for a match through a Schema costs as much as
 * the detectors.
 */
export const findFault = (
  matches: ReadonlyArray<Match> | ReadonlyArray<ProvisionalMatch>,
  window: CandleWindow,
  emits: ReadonlySet<string>
): string | undefined => {
  if (!Array.isArray(matches)) return "returned something that is not an array of matches"
  if (matches.length > mostMatches) return `returned ${matches.length} matches for one candle, more than ${mostMatches}`
  for (let index = 0; index < matches.length; index++) {
    const fault = faultOf(matches[index], window, emits)
    if (fault !== undefined) return fault
  }
  return undefined
}

const faultOf = (
  match: Match | ProvisionalMatch | undefined,
  window: CandleWindow,
  emits: ReadonlySet<string>
): string | undefined => {
  if (!Predicate.isObject(match)) return `returned a match that is ${String(match)}`
  const { anchors, confidence, direction, metadata, pattern, price } = match
  if (!emits.has(pattern)) return `pattern ${String(pattern)} is not declared in emits`
  if (!directions.has(direction)) return `direction is ${String(direction)}`
  if (!(confidence >= 0 && confidence <= 1)) return `confidence is ${String(confidence)}, not a number from 0 to 1`
  if (!Number.isFinite(price)) return `price is ${String(price)}`
  if (!Array.isArray(anchors)) return "anchors are not a list of ages"
  if ("trigger" in match) {
    if (anchors.length === 0) return "there is no anchor, so nothing tells the match from others"
    if (!isAge(match.trigger, window)) return outside(match.trigger, window)
  }
  for (let index = 0; index < anchors.length; index++) {
    if (!isAge(anchors[index], window)) return outside(anchors[index], window)
  }
  return metadata === undefined ? undefined : metadataFault(metadata)
}

const metadataFault = (metadata: MatchMetadata): string | undefined => {
  if (!Predicate.isObject(metadata)) return "metadata is not an object"
  // Without a list of entries, which costs more than the rest of the check.
  for (const name in metadata) {
    // A plugin may have put something on the prototype of all objects.
    if (!Object.hasOwn(metadata, name)) continue
    const value = metadata[name]
    if (typeof value === "number" ? !Number.isFinite(value) : typeof value !== "string" && typeof value !== "boolean") {
      return `metadata ${name} is ${typeof value === "number" ? value : `of type ${typeof value}`}`
    }
  }
  return undefined
}

const isAge = (age: unknown, window: CandleWindow): boolean =>
  typeof age === "number" && Number.isInteger(age) && age >= 0 && age < window.size

const outside = (age: unknown, window: CandleWindow): string =>
  `candle age ${String(age)} is outside the window of ${window.size}`

const directions: ReadonlySet<unknown> = new Set(Direction.literals)
