import type { OpenPart } from "@mjolnir/core"
import { Effect } from "effect"

import { PartProblem } from "./PartProblem.ts"

/** A call of a part that has begun. */
export interface StartedCall<Output> {
  /** Waits for its end, however often. */
  readonly ended: Effect.Effect<Output, PartProblem>
  /** Tells it to stop, and does not wait until it has. */
  readonly stop: Effect.Effect<void>
  readonly hasEnded: () => boolean
}

/**
 * Begins a call, which goes on until it ends by itself or is stopped, whoever waits for it. The part gets a copy of the
 * input, so that it cannot change what others get.
 */
export const startCall = <Input, Output>(
  part: OpenPart<Input, Output>,
  input: Input
): Effect.Effect<StartedCall<Output>> =>
  Effect.sync(() => {
    const stopping = new AbortController()
    const output = beginCall(part, input, stopping.signal)
    let hasEnded = false
    const end = () => {
      hasEnded = true
    }
    output.then(end, end)
    return {
      hasEnded: () => hasEnded,
      ended: Effect.tryPromise({ try: () => output, catch: PartProblem.of }),
      stop: Effect.sync(() => stopping.abort())
    }
  })

/** An own function, so that whatever throws at once rejects like all the rest. */
const beginCall = async <Input, Output>(part: OpenPart<Input, Output>, input: Input, signal: AbortSignal) =>
  part.call(structuredClone(input), signal)
