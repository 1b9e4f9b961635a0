import type { Detection } from "@mjolnir/core"
import { type AppConfig, type Metrics, Outbox } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

/** An outbox that tells `onDelivered` of every detection that has been delivered, in their order. */
export const layerTellingOutbox = (
  onDelivered: (detection: Detection) => Effect.Effect<void>
): Layer.Layer<Outbox, never, AppConfig | Metrics> =>
  Layer.effect(
    Outbox,
    Effect.map(Outbox, (outbox) =>
      Outbox.of({
        ...outbox,
        deliverNext: (deliver) =>
          outbox.deliverNext((item) => Effect.andThen(deliver(item), onDelivered(item.detection)))
      })
    )
  ).pipe(Layer.provide(Outbox.layer))
