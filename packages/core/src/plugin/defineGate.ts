import { Result } from "effect"

import type { Detection } from "../domain/Detection.ts"
import { checkFunctions, checkIdentity, checkWords, type Identity, idOf } from "./identity.ts"
import { decodeParams, describeParams, type InvalidParams, type ParamsSchema } from "./params.ts"
import { type PartState, startState, type StateDefinition, stateless } from "./partState.ts"

/** What a gate declares about itself and the function that decides. Pure but for its state, like a detector. */
export interface GateDefinition<
  Reason extends string,
  Params extends ParamsSchema,
  State = undefined
> extends Identity {
  /** Every reason it may suppress a detection for: a label of a metric. */
  readonly reasons: ReadonlyArray<Reason>
  readonly params: Params
  /** What it remembers of each symbol. */
  readonly state?: StateDefinition<State, Params["Type"]>
  /** The reason to suppress the detection, or undefined to let it pass. */
  readonly decide: (detection: Detection, state: State, params: Params["Type"]) => NoInfer<Reason> | undefined
  /** Told when every gate has let the detection pass. */
  readonly passed?: (detection: Detection, state: State, params: Params["Type"]) => void
}

/** A gate that the host can list and make ready to run. */
export interface Gate extends Identity {
  readonly kind: "gate"
  readonly reasons: ReadonlyArray<string>
  readonly describeParams: () => unknown
  readonly configure: (settings: unknown) => Result.Result<ConfiguredGate, InvalidParams>
}

/** A gate with its params decoded, ready to be started for every symbol. */
export interface ConfiguredGate {
  readonly id: string
  readonly name: string
  readonly reasons: ReadonlySet<string>
  readonly start: () => RunningGate
}

/** A gate of one symbol. */
export interface RunningGate {
  readonly decide: (detection: Detection) => string | undefined
  readonly passed: (detection: Detection) => void
  readonly snapshot: () => unknown
  readonly restore: (snapshot: unknown) => void
}

/**
 * Defines a gate. A reason that is not in `reasons` does not compile.
 *
 * @example
 * export const bullishOnly = defineGate({
 *   name: "bullish-only",
 *   version: "1.0.0",
 *   summary: "Holds back what does not point up",
 *   reasons: ["not_bullish"],
 *   params: Schema.Struct({}),
 *   decide: ({ direction }) => (direction === "bullish" ? undefined : "not_bullish")
 * })
 */
export const defineGate = <const Reason extends string, Params extends ParamsSchema, State = undefined>(
  definition: GateDefinition<Reason, Params, State>
): Gate => {
  checkIdentity("gate", definition)
  checkWords(`gate ${definition.name}`, "reasons", definition.reasons, reasonName)
  checkFunctions("gate", definition.name, { decide: definition.decide })
  return {
    kind: "gate",
    name: definition.name,
    version: definition.version,
    summary: definition.summary,
    reasons: definition.reasons,
    describeParams: () => describeParams(definition.params),
    configure: (settings) =>
      Result.map(decodeParams(definition.name, definition.params, settings), ({ params }) => ({
        id: idOf(definition),
        name: definition.name,
        reasons: new Set<string>(definition.reasons),
        start: () => started(definition, params)
      }))
  }
}

/** Reasons are labels of a metric. */
const reasonName = { form: /^[a-z][a-z0-9_]*$/, example: "daily_limit" }

const started = <Reason extends string, Params extends ParamsSchema, State>(
  definition: GateDefinition<Reason, Params, State>,
  params: Params["Type"]
): RunningGate => {
  const state = definition.state === undefined ? (stateless as PartState<State>) : startState(definition.state, params)
  return {
    decide: (detection) => definition.decide(detection, state.value, params),
    passed: (detection) => definition.passed?.(detection, state.value, params),
    snapshot: state.snapshot,
    restore: state.restore
  }
}
