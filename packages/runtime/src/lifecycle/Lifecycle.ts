import { Context, Effect, Layer } from "effect"

/** Where the service stands between its start and its end. */
export type Phase = "starting" | "running" | "draining"

/** The phase the service is in, told by whoever runs it and asked by the probes. */
export class Lifecycle extends Context.Service<
  Lifecycle,
  {
    readonly phase: () => Phase
    readonly enter: (phase: Phase) => void
  }
>()("@mjolnir/runtime/lifecycle/Lifecycle") {
  static readonly layer: Layer.Layer<Lifecycle> = Layer.effect(
    Lifecycle,
    Effect.sync(() => {
      let phase: Phase = "starting"
      return Lifecycle.of({
        phase: () => phase,
        enter: (next) => {
          phase = next
        }
      })
    })
  )
}
