import { Result, Schema } from "effect"

import { nearestName } from "../plugins/nearestName.ts"
import type { CataloguedDetector, CataloguedPattern } from "./catalogueOf.ts"

/** A pattern together with its detector. */
export interface PatternOfDetector {
  readonly detector: CataloguedDetector
  readonly pattern: CataloguedPattern
}

/** No detector finds a pattern of this name. */
export class NoSuchPattern extends Schema.TaggedError<NoSuchPattern>()("NoSuchPattern", {
  pattern: Schema.String,
  known: Schema.Array(Schema.String),
  plugins: Schema.Array(Schema.String)
}) {
  override get message() {
    const wanted = spelled(this.pattern)
    const plugin = this.plugins.find((name) => spelled(name) === wanted)
    if (plugin !== undefined) return `${plugin} is no pattern but a plugin; try mjolnir patterns --plugin ${plugin}`
    const meant = this.known.find((name) => name.includes(wanted)) ?? nearestPattern(wanted, this.known)
    const proposal = meant === undefined ? "mjolnir patterns lists those that there are" : `did you mean ${meant}?`
    return `there is no pattern ${this.pattern}; ${proposal}`
  }
}

/** The patterns of these names in the order of the names, all that share one; every pattern when none is named. */
export const chosenPatterns = (
  detectors: ReadonlyArray<CataloguedDetector>,
  names: ReadonlyArray<string>
): Result.Result<ReadonlyArray<PatternOfDetector>, NoSuchPattern> => {
  const all = detectors.flatMap((detector) => detector.patterns.map((pattern) => ({ detector, pattern })))
  if (names.length === 0) return Result.succeed(all)
  const wanted = [...new Set(names.map(spelled))]
  const unknown = names.find((name) => !all.some(({ pattern }) => pattern.name === spelled(name)))
  return unknown === undefined
    ? Result.succeed(wanted.flatMap((name) => all.filter(({ pattern }) => pattern.name === name)))
    : Result.fail(
        new NoSuchPattern({
          pattern: unknown,
          known: [...new Set(all.map(({ pattern }) => pattern.name))],
          plugins: [...new Set(detectors.map(({ plugin }) => plugin))]
        })
      )
}

/** As patterns are spelled: `bull-flag` is `BULL_FLAG`. */
const spelled = (name: string): string => name.toUpperCase().replaceAll("-", "_")

/** Candlestick patterns are called as TA-Lib calls them: a `HAMER` may be the `CDLHAMMER`. */
const nearestPattern = (wanted: string, known: ReadonlyArray<string>): string | undefined =>
  nearestName(wanted, known) ?? nearestName(`CDL${wanted}`, known)
