import { Predicate, Result, Schema, SchemaIssue } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { Match } from "../domain/Match.ts"

/**
 * What a detector declares about itself and the function that finds its patterns.
 *
 * `detect` is called once per closed candle. It must be pure and synchronous: no clock, no I/O, no randomness, nothing
 * remembered between calls. It returns the matches that the newest candle completes and each of them only then.
 */
export interface DetectorDefinition<Pattern extends string, Params extends Schema.ConstraintDecoder<unknown>> {
  /** Lower-case kebab name, unique among the loaded detectors. */
  readonly name: string
  /** Semantic version; part of every detection's id, so a change of the rules must change it. */
  readonly version: string
  /** The pattern in a sentence. */
  readonly summary: string
  /** Every pattern `detect` may return. */
  readonly emits: ReadonlyArray<Pattern>
  /** Settings with their defaults: decoding `{}` must give them. */
  readonly params: Params
  /** Candles that can influence a match at the most; the window shows no more. */
  readonly history: number | ((params: Params["Type"]) => number)
  /** Candles without which nothing can match; `detect` is not called before. Equal to `history` when left out. */
  readonly warmUp?: number | ((params: Params["Type"]) => number)
  readonly detect: (window: CandleWindow, params: Params["Type"]) => ReadonlyArray<Match<NoInfer<Pattern>>>
}

/** A detector that the host can list and make ready to run. */
export interface Detector {
  readonly name: string
  readonly version: string
  readonly summary: string
  readonly emits: ReadonlyArray<string>
  /** Decodes the settings and gives the detector as it runs; fails when they do not fit the detector's params. */
  readonly configure: (settings: unknown) => Result.Result<ConfiguredDetector, InvalidParams>
}

/** A detector with its params decoded. */
export interface ConfiguredDetector {
  /** `name@version`. */
  readonly id: string
  readonly name: string
  readonly emits: ReadonlySet<string>
  /** The params as JSON with sorted keys: equal params give equal text. */
  readonly canonicalParams: string
  readonly history: number
  readonly warmUp: number
  readonly detect: (window: CandleWindow) => ReadonlyArray<Match>
}

/** The settings of a detector do not fit its params. */
export class InvalidParams extends Schema.TaggedError<InvalidParams>()("InvalidParams", {
  detector: Schema.String,
  problem: Schema.String
}) {
  override get message() {
    return `Detector ${this.detector}: ${this.problem}`
  }
}

/** What `detect` returns when there is nothing to report. */
export const noMatch: ReadonlyArray<never> = Object.freeze([])

/**
 * Defines a detector. A pattern that is not in `emits` does not compile.
 *
 * @example
 * export const threeUp = defineDetector({
 *   name: "three-up",
 *   version: "1.0.0",
 *   summary: "Three rising closes in a row",
 *   emits: ["THREE_UP"],
 *   params: Schema.Struct({ minimumGain: Schema.Finite.pipe(Schema.withDecodingDefaultKey(Effect.succeed(0))) }),
 *   history: 3,
 *   detect: (window, { minimumGain }) => {
 *     const gain = window.close(0) / window.close(2) - 1
 *     if (!(window.close(0) > window.close(1) && window.close(1) > window.close(2) && gain > minimumGain)) return noMatch
 *     return [{
 *       pattern: "THREE_UP", direction: "bullish", confidence: 0.7, trigger: 0, price: window.close(0),
 *       anchors: [2, 0], metadata: { gain }
 *     }]
 *   }
 * })
 */
export const defineDetector = <const Pattern extends string, Params extends Schema.ConstraintDecoder<unknown>>(
  definition: DetectorDefinition<Pattern, Params>
): Detector => ({
  name: definition.name,
  version: definition.version,
  summary: definition.summary,
  emits: definition.emits,
  configure: (settings) => {
    const stray = isEmptyStruct(definition.params) && Predicate.isObject(settings) ? Object.keys(settings) : []
    if (stray.length > 0) {
      const problem = `${stray.join(", ")}: there is no such param`
      return Result.fail(new InvalidParams({ detector: definition.name, problem }))
    }
    const decoded = Schema.decodeUnknownResult(definition.params)(settings, {
      errors: "all",
      onExcessProperty: "error"
    })
    if (Result.isFailure(decoded)) {
      return Result.fail(new InvalidParams({ detector: definition.name, problem: problemsIn(decoded.failure) }))
    }
    const params = decoded.success
    const history = candles(definition.history, params)
    return Result.succeed({
      id: `${definition.name}@${definition.version}`,
      name: definition.name,
      emits: new Set<string>(definition.emits),
      canonicalParams: canonicalJson(params),
      history,
      warmUp: candles(definition.warmUp ?? history, params),
      detect: (window) => definition.detect(window, params)
    })
  }
})

const candles = <Params>(declared: number | ((params: Params) => number), params: Params): number =>
  typeof declared === "number" ? declared : declared(params)

/** A struct without fields takes whatever it is given, and that would become a part of the detections' ids. */
const isEmptyStruct = (schema: unknown): boolean =>
  Predicate.hasProperty(schema, "fields") &&
  Predicate.isObject(schema.fields) &&
  Object.keys(schema.fields).length === 0

/** What is wrong with the params, on one line: `minimumGain: Expected a finite number`. */
const problemsIn = ({ issue }: Schema.SchemaError): string =>
  formatIssue(issue)
    .issues.map(({ message, path }) => `${(path ?? []).map(String).join(".") || "params"}: ${message}`)
    .join("; ")

const formatIssue = SchemaIssue.makeFormatterStandardSchemaV1()

const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  )
