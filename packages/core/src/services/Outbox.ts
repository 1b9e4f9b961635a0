import { Context, Effect, Layer } from "effect"

import type { Detection, TriggerCandle } from "../domain/Detection.ts"
import { AppConfig } from "./AppConfig.ts"
import { type DeliveryQueue, makeDeliveryQueue } from "./DeliveryQueue.ts"
import { Metrics } from "./Metrics.ts"

/** A detection on its way out. */
export interface OutboxItem {
  readonly detection: Detection
  readonly candle: TriggerCandle
  /** When the candle that completed the evidence closed, in milliseconds of `performance.now()`. */
  readonly closedAt: number
}

/**
 * Detections that wait for the broker. Holds a bounded number; when it is full the oldest gives way and is counted.
 */
export class Outbox extends Context.Service<Outbox, DeliveryQueue<OutboxItem>>()("@mjolnir/core/services/Outbox") {
  /** Holds as many as the configuration says. */
  static readonly layer: Layer.Layer<Outbox, never, AppConfig | Metrics> = Layer.effect(
    Outbox,
    Effect.gen(function* () {
      const metrics = yield* Metrics
      const { operation } = yield* AppConfig
      const outbox = yield* makeDeliveryQueue<OutboxItem>(operation.outboxCapacity, () =>
        metrics.count("detections_dropped_total", { reason: "outbox_full" })
      )
      metrics.read("outbox_size", outbox.size)
      return Outbox.of(outbox)
    })
  )
}
