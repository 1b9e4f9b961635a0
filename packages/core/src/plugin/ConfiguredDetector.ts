import { Predicate } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { Annotation } from "../domain/Annotation.ts"
import { Interval } from "../domain/Interval.ts"
import type { Match, ProvisionalMatch } from "../domain/Match.ts"
import type { NearMiss, RuleScore } from "../domain/RuleScore.ts"
import type { Features } from "./defineFeature.ts"
import type { DetectorContext, DetectorDefinition, Extent, CalledOn, WindowOf } from "./DetectorDefinition.ts"
import type { Filters } from "./Filters.ts"
import { idOf, InvalidDefinition } from "./identity.ts"
import type { DecodedParams, ParamsSchema } from "./params.ts"
import { type PartState, startState, stateless } from "./partState.ts"

/** A detector with its params decoded, ready to be started for every symbol. */
export type ConfiguredDetector = ConfiguredOn<"candle"> | ConfiguredOn<"tick">

/** A detector with its params decoded, of candles or of ticks. */
export interface ConfiguredOn<On extends CalledOn> {
  readonly on: On
  /** `name@version`. */
  readonly id: string
  readonly name: string
  readonly emits: ReadonlySet<string>
  /** The params as JSON with sorted keys: equal params give equal text. */
  readonly canonicalParams: string
  readonly history: number
  readonly warmUp: number
  /** Undefined for the interval of the host. */
  readonly intervals: ReadonlyArray<Interval> | undefined
  readonly filters: Filters
  readonly features: Features
  /** Higher intervals it looks at, each with its number of candles. */
  readonly higher: ReadonlyArray<readonly [interval: Interval, candles: number]>
  /** Begins it for one symbol and interval. */
  readonly start: () => RunningDetector<On>
}

/** A detector of one symbol and interval, with what it remembers of it. */
export interface RunningDetector<On extends CalledOn = CalledOn> {
  readonly detect: (window: WindowOf<On>, context: HostContext) => ReadonlyArray<RawMatch<On>>
  readonly annotate:
    | ((match: RawMatch<On>, window: WindowOf<On>, context: HostContext) => ReadonlyArray<Annotation>)
    | undefined
  readonly explain:
    | ((match: RawMatch<On>, window: WindowOf<On>, context: HostContext) => ReadonlyArray<RuleScore>)
    | undefined
  readonly nearMisses: ((window: WindowOf<On>, context: HostContext) => ReadonlyArray<NearMiss>) | undefined
  /** Forgets everything. */
  readonly reset: () => void
  /** What it remembers, as JSON; undefined when it is not declared to survive a restart. */
  readonly snapshot: () => unknown
  readonly restore: (snapshot: unknown) => void
}

/** A match as the host sees it, which has not been checked. */
export type RawMatch<On extends CalledOn = CalledOn> = On extends "tick" ? ProvisionalMatch : Match

/** The context as the host makes it: features and windows by the names that the detector declares. */
export interface HostContext extends Omit<DetectorContext, "features" | "higher"> {
  readonly features: Readonly<Record<string, object>>
  readonly higher: Readonly<Partial<Record<Interval, CandleWindow>>>
}

/** The detector that a definition and its decoded params amount to. */
export const configuredDetector = <
  Pattern extends string,
  Params extends ParamsSchema,
  State,
  Needed extends Features,
  Higher extends Interval,
  On extends CalledOn
>(
  definition: DetectorDefinition<Pattern, Params, State, Needed, Higher, On>,
  { canonical, params }: DecodedParams<Params["Type"]>
): ConfiguredDetector => {
  const { annotate, detect, explain, nearMisses } = definition
  const history = candles(definition.name, "history", definition.history, params)
  const started = (state: PartState<State>): RunningDetector<On> => ({
    detect: (window, context) => detect(window, state.value, params, context as DetectorContext<Needed, Higher>),
    annotate:
      annotate &&
      ((match, window, context) =>
        annotate(match as Parameters<typeof annotate>[0], window, params, context as DetectorContext<Needed, Higher>)),
    explain:
      explain &&
      ((match, window, context) =>
        explain(match as Parameters<typeof explain>[0], window, params, context as DetectorContext<Needed, Higher>)),
    nearMisses:
      nearMisses &&
      ((window, context) => nearMisses(window, state.value, params, context as DetectorContext<Needed, Higher>)),
    reset: state.reset,
    snapshot: state.snapshot,
    restore: state.restore
  })
  const { state } = definition
  // Without a state there is nothing of a symbol in it, so that all symbols share one.
  const shared = state === undefined ? started(stateless as PartState<State>) : undefined
  const configured: ConfiguredOn<On> = {
    on: (definition.on ?? "candle") as On,
    id: idOf(definition),
    name: definition.name,
    emits: new Set<string>(definition.emits),
    canonicalParams: canonical,
    history,
    warmUp: candles(definition.name, "warmUp", definition.warmUp ?? history, params, history),
    intervals: definition.intervals,
    filters: definition.filters ?? {},
    features: checkedFeatures(
      definition.name,
      (typeof definition.features === "function" ? definition.features(params) : definition.features) ?? {}
    ),
    higher: Interval.literals.flatMap((interval) => {
      const declared = (definition.higher as Partial<Record<Interval, number>> | undefined)?.[interval]
      return declared === undefined
        ? []
        : [[interval, candles(definition.name, `higher ${interval}`, declared, params)]]
    }),
    start: () => shared ?? started(state === undefined ? (stateless as PartState<State>) : startState(state, params))
  }
  return configured as unknown as ConfiguredDetector
}

const candles = <Params>(
  name: string,
  what: string,
  declared: Extent<Params>,
  params: Params,
  most = mostCandles
): number => {
  const count = typeof declared === "number" ? declared : declared(params)
  if (!Number.isInteger(count) || count < 1 || count > most) {
    throw new InvalidDefinition({
      part: `detector ${name}`,
      problem: `${what} is ${count}`,
      expected: `a whole number of candles from 1 to ${most}`
    })
  }
  return count
}

/** The features, which may be something else in JavaScript, such as a maker that was not called. */
const checkedFeatures = (name: string, features: Features): Features => {
  for (const [field, feature] of Object.entries<unknown>(features)) {
    if (Predicate.hasProperty(feature, "kind") && feature.kind === "feature") continue
    throw new InvalidDefinition({
      part: `detector ${name}`,
      problem: `features.${field} is of type ${typeof feature}`,
      expected: "what defineFeature gives, such as atr(14)"
    })
  }
  return features
}

/** A window of more candles than this is a mistake. */
const mostCandles = 100_000
