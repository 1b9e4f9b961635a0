import { Result } from "effect"

import { Interval } from "../domain/Interval.ts"
import { type ConfiguredDetector, configuredDetector } from "./ConfiguredDetector.ts"
import type { Features } from "./defineFeature.ts"
import type { DetectorDefinition, CalledOn } from "./DetectorDefinition.ts"
import { checkFilters, type Filters } from "./Filters.ts"
import { checkFunctions, checkIdentity, checkWords, type Identity, InvalidDefinition } from "./identity.ts"
import { decodeParams, describeParams, InvalidParams, type ParamsSchema } from "./params.ts"
import { checkPatterns, type PatternDescription } from "./PatternDescription.ts"

/** A detector that the host can list and make ready to run. */
export interface Detector extends Identity {
  readonly kind: "detector"
  readonly on: CalledOn
  readonly emits: ReadonlyArray<string>
  /** What the catalogue says of its patterns; empty when it says nothing. */
  readonly patterns: Readonly<Record<string, PatternDescription>>
  /** Undefined for the interval of the host. */
  readonly intervals: ReadonlyArray<Interval> | undefined
  readonly filters: Filters
  readonly priceScale: "relative" | "absolute"
  /** Which of the optional functions it has, and whether it remembers anything. */
  readonly can: {
    readonly annotate: boolean
    readonly explain: boolean
    readonly tellNearMisses: boolean
    readonly remember: boolean
  }
  /** Its params as a JSON Schema. */
  readonly describeParams: () => unknown
  /** Decodes the settings and gives the detector as it runs; fails when they do not fit its params. */
  readonly configure: (settings: unknown) => Result.Result<ConfiguredDetector, InvalidParams>
}

/** What `detect` returns when there is nothing to report. */
export const noMatch: ReadonlyArray<never> = Object.freeze([])

/**
 * Defines a detector. A pattern that is not in `emits` does not compile.
 *
 * @throws InvalidDefinition when name, version or numbers are not what they should be.
 *
 * @example
 * export const threeUp = defineDetector({
 *   name: "three-up",
 *   version: "1.0.0",
 *   summary: "Three rising closes in a row",
 *   emits: ["THREE_UP"],
 *   params: Schema.Struct({ minimumGain: Schema.Finite.pipe(Schema.withDecodingDefaultKey(Effect.succeed(0))) }),
 *   history: 3,
 *   priceScale: "relative",
 *   detect: (window, _state, { minimumGain }) => {
 *     const gain = window.close(0) / window.close(2) - 1
 *     if (!(window.close(0) > window.close(1) && window.close(1) > window.close(2) && gain > minimumGain)) return noMatch
 *     return [{
 *       pattern: "THREE_UP", direction: "bullish", confidence: 0.7, trigger: 0, price: window.close(0),
 *       anchors: [2, 0], metadata: { gain }
 *     }]
 *   },
 *   annotate: (_match, window) => [line("rise", [2, window.close(2)], [0, window.close(0)])]
 * })
 */
export const defineDetector = <
  const Pattern extends string,
  Params extends ParamsSchema,
  State = undefined,
  const Needed extends Features = {},
  Higher extends Interval = never,
  const On extends CalledOn = "candle"
>(
  definition: DetectorDefinition<Pattern, Params, State, Needed, Higher, On>
): Detector => {
  checkIdentity("detector", definition)
  checkDetector(definition)
  return {
    kind: "detector",
    name: definition.name,
    version: definition.version,
    summary: definition.summary,
    on: definition.on ?? "candle",
    emits: definition.emits,
    patterns: definition.patterns ?? {},
    intervals: definition.intervals,
    filters: definition.filters ?? {},
    priceScale: definition.priceScale ?? "absolute",
    can: {
      annotate: definition.annotate !== undefined,
      explain: definition.explain !== undefined,
      tellNearMisses: definition.nearMisses !== undefined,
      remember: definition.state !== undefined
    },
    describeParams: () => describeParams(definition.params),
    configure: (settings) =>
      Result.flatMap(decodeParams(definition.name, definition.params, settings), (decoded) =>
        Result.try({
          try: () => configuredDetector(definition, decoded),
          catch: (cause) => new InvalidParams({ part: definition.name, problems: [messageOf(cause)] })
        })
      )
  }
}

const messageOf = (cause: unknown): string =>
  cause instanceof InvalidDefinition ? `${cause.problem}; expected ${cause.expected}` : String(cause)

const checkDetector = ({ detect, emits, filters, higher, intervals, name, on, patterns }: CheckedDefinition): void => {
  const part = `detector ${name}`
  checkWords(part, "emits", emits, patternName)
  if (patterns !== undefined) checkPatterns(part, emits, patterns)
  checkFunctions("detector", name, { detect })
  if (filters !== undefined) checkFilters(part, filters)
  if (on !== undefined) checkOneOf(part, "on", "is", ["candle", "tick"], on)
  for (const interval of Object.keys(higher ?? {})) checkOneOf(part, "higher", "has", Interval.literals, interval)
  if (intervals !== undefined) checkIntervals(part, intervals)
  if (on === "tick" && intervals !== undefined) {
    throw new InvalidDefinition({
      part,
      problem: "a detector of ticks names intervals",
      expected: "none: it looks at the forming candle of the host's interval"
    })
  }
}

const checkIntervals = (part: string, intervals: unknown): void => {
  if (!Array.isArray(intervals) || intervals.length === 0) {
    const problem = Array.isArray(intervals) ? "intervals is empty" : "intervals is no list"
    throw new InvalidDefinition({ part, problem, expected: `some of ${Interval.literals.join(", ")}` })
  }
  for (const interval of intervals) checkOneOf(part, "intervals", "has", Interval.literals, interval)
}

const checkOneOf = (part: string, field: string, verb: string, known: ReadonlyArray<string>, given: unknown): void => {
  if (typeof given === "string" && known.includes(given)) return
  const problem = `${field} ${verb} ${JSON.stringify(given)}`
  throw new InvalidDefinition({ part, problem, expected: `one of ${known.join(", ")}` })
}

/** Patterns are labels of metrics and words in messages. */
const patternName = { form: /^[A-Z][A-Z0-9_]*$/, example: "THREE_UP" }

interface CheckedDefinition {
  readonly name: string
  readonly emits: ReadonlyArray<string>
  readonly detect: unknown
  readonly patterns?: Readonly<Record<string, PatternDescription>>
  readonly filters?: Filters
  readonly on?: CalledOn
  readonly intervals?: ReadonlyArray<Interval>
  readonly higher?: object
}
