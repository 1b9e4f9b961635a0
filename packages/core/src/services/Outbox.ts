import { Context, Effect, Layer, Queue } from "effect"

import type { Detection, TriggerCandle } from "../domain/Detection.ts"
import { AppConfig } from "./AppConfig.ts"
import { Metrics } from "./Metrics.ts"

/** A detection on its way out. */
export interface OutboxItem {
  readonly detection: Detection
  readonly candle: TriggerCandle
  /** When the candle that completed the evidence closed, in milliseconds of `performance.now()`. */
  readonly closedAt: number
}

/**
 * Detections that wait to be delivered. Holds a bounded number; when it is full the oldest gives way and is counted.
 */
export class Outbox extends Context.Service<
  Outbox,
  {
    readonly offer: (item: OutboxItem) => void
    /** Waits for the oldest item and hands it to `deliver`; it leaves the outbox only when that succeeds. */
    readonly deliverNext: <E, R>(deliver: (item: OutboxItem) => Effect.Effect<void, E, R>) => Effect.Effect<void, E, R>
    readonly size: () => number
  }
>()("@mjolnir/core/services/Outbox") {
  /** Holds as many as the configuration says. */
  static readonly layer: Layer.Layer<Outbox, never, AppConfig | Metrics> = Layer.effect(
    Outbox,
    Effect.gen(function* () {
      const metrics = yield* Metrics
      const { operation } = yield* AppConfig
      const waiting = yield* Queue.sliding<OutboxItem>(operation.outboxCapacity)
      const size = () => Queue.sizeUnsafe(waiting)
      metrics.read("outbox_size", size)
      let underWay: { isDisplaced: boolean } | undefined
      const countDropped = () => metrics.count("detections_dropped_total", { reason: "outbox_full" })
      return Outbox.of({
        size,
        offer: (item) => {
          if (Queue.isFullUnsafe(waiting)) {
            // Whether the one under way is lost shows when its delivery ends.
            if (underWay?.isDisplaced === false) underWay.isDisplaced = true
            else countDropped()
          }
          Queue.offerUnsafe(waiting, item)
        },
        deliverNext: (deliver) =>
          Effect.gen(function* () {
            const item = yield* Queue.peek(waiting)
            const delivery = { isDisplaced: false }
            underWay = delivery
            yield* deliver(item).pipe(
              Effect.onError(() =>
                Effect.sync(() => {
                  underWay = undefined
                  if (delivery.isDisplaced) countDropped()
                })
              )
            )
            if (!delivery.isDisplaced) Queue.takeUnsafe(waiting)
            underWay = undefined
          })
      })
    })
  )
}
