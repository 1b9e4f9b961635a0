import { Effect, Exit, Layer, ManagedRuntime } from "effect"

import { partError } from "./partError.ts"

/**
 * Settles like the effect it came from; stops it when the signal is given. Rejects with an `Error` whose message says
 * what went wrong, be it a failure, a defect or that it was stopped.
 */
export type Call<Input, Output> = (input: Input, signal?: AbortSignal) => Promise<Output>

/** An effectful part at work: its services are up until it is closed. */
export interface OpenPart<Input, Output> {
  readonly call: Call<Input, Output>
  /** Stops the calls under way and releases the services. */
  readonly close: () => Promise<void>
}

/**
 * Builds the services of a part. Rejects like a {@link Call} when that fails or is stopped by the signal, after it has
 * released what was built so far.
 */
export type Open<Input, Output> = (signal?: AbortSignal) => Promise<OpenPart<Input, Output>>

/** How an effectful part comes by the services that it uses. */
export interface Layered<Params, Services> {
  /**
   * Provides the services, and needs nothing more. It may provide more than is used; it is built once, when the part is
   * opened, and released when it is closed.
   */
  readonly layer?: PartLayer<Params, NoInfer<Services>>
}

/** A definition that uses services must have a `layer`: without one it does not compile. */
export type LayerIfUsed<Services> = [Services] extends [never] ? unknown : { readonly layer: unknown }

/** A Layer, or how the params make one. */
export type PartLayer<Params, Services> =
  | Layer.Layer<Services, unknown>
  | ((params: Params) => Layer.Layer<Services, unknown>)

/**
 * Builds the services of a part and runs its effects on them. Host and plugin talk in promises, for a plugin brings its
 * own copy of Effect.
 */
export const openPart = async <Input, Output, Services>(
  layer: Layer.Layer<Services, unknown>,
  run: (input: Input) => Effect.Effect<Output, unknown, Services>,
  signal?: AbortSignal
): Promise<OpenPart<Input, Output>> => {
  const runtime = ManagedRuntime.make(layer)
  const built = await Effect.runPromiseExit(runtime.contextEffect, stoppedBy(signal))
  if (Exit.isFailure(built)) {
    // A release that fails as well is not what went wrong first.
    await runtime.dispose().catch(() => {})
    throw partError(built.cause)
  }
  return {
    call: async (input, signal) => {
      const exit = await runtime.runPromiseExit(
        Effect.suspend(() => run(input)),
        stoppedBy(signal)
      )
      if (Exit.isSuccess(exit)) return exit.value
      throw partError(exit.cause)
    },
    close: () => runtime.dispose()
  }
}

/** The Layer of a part with these params; an empty one when it uses no services. */
export const layerFor = <Params, Services>(
  layer: PartLayer<Params, Services> | undefined,
  params: Params
): Layer.Layer<Services, unknown> =>
  layer === undefined
    ? // Without a layer there are no services: `LayerIfUsed` sees to it.
      (Layer.empty as Layer.Layer<never> as Layer.Layer<Services>)
    : typeof layer === "function"
      ? layer(params)
      : layer

const stoppedBy = (signal: AbortSignal | undefined): Effect.RunOptions => (signal === undefined ? {} : { signal })
