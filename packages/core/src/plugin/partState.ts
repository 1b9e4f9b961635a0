import { Schema } from "effect"

import { promiseFault } from "./promiseFault.ts"

/**
 * What a part remembers of one symbol between calls: plain data, made anew by `init` and changed in place by the part.
 * With a `schema` it survives a restart; without one it begins anew.
 */
export interface StateDefinition<State, Params> {
  readonly init: (params: Params) => State
  readonly schema?: Schema.ConstraintCodec<NoInfer<State>, unknown>
}

/** The state of one symbol, as the host keeps it. */
export interface PartState<State> {
  /** The state itself; another object after `reset` or `restore`. */
  value: State
  /** Makes the state anew. */
  readonly reset: () => void
  /** The state as JSON; undefined when it is not declared to survive a restart. */
  readonly snapshot: () => unknown
  /** Takes what `snapshot` gave. Throws when it is something else. */
  readonly restore: (snapshot: unknown) => void
}

/** The state of a part without any. */
export const stateless: PartState<undefined> = {
  value: undefined,
  reset: () => {},
  snapshot: () => undefined,
  restore: () => {}
}

/** Begins the state of one symbol. */
export const startState = <State, Params>(
  definition: StateDefinition<State, Params>,
  params: Params
): PartState<State> => {
  const codec = definition.schema === undefined ? undefined : Schema.toCodecJson(definition.schema)
  const made = (): State => {
    const value = definition.init(params)
    const promised = promiseFault(value)
    if (promised !== undefined) throw new TypeError(`state.init ${promised}`)
    return value
  }
  const state: PartState<State> = {
    value: made(),
    reset: () => {
      state.value = made()
    },
    snapshot: () => (codec === undefined ? undefined : Schema.encodeSync(codec)(state.value)),
    restore: (snapshot) => {
      if (codec !== undefined && snapshot !== undefined) state.value = Schema.decodeUnknownSync(codec)(snapshot)
    }
  }
  return state
}
