import { Context, Effect, Layer } from "effect"

import type { Detection } from "../domain/Detection.ts"
import { makeDeliveryQueue } from "../services/DeliveryQueue.ts"
import { Outbox, type OutboxItem } from "../services/Outbox.ts"
import type { DetectionFields } from "./detectionWith.ts"
import { expectNone, expectSome } from "./expectSome.ts"

/**
 * An outbox in memory that never overflows and remembers everything it was given. `FakeOutbox.layer` provides both the
 * service and the controls.
 *
 * @example
 * const outbox = yield* FakeOutbox
 * outbox.expectPublished({ symbol: "AAPL", pattern: "DOUBLE_TOP" })
 */
export class FakeOutbox extends Context.Service<
  FakeOutbox,
  {
    /** Everything that was put into the outbox, delivered or not, oldest first. */
    readonly offered: ReadonlyArray<OutboxItem>
    /** Forgets what was offered; what waits to be delivered goes on waiting. */
    readonly forget: () => void
    /** Throws unless a detection with at least these fields was put into the outbox. */
    readonly expectPublished: (detection: DetectionFields) => void
    /** Throws when a detection with at least these fields, or any when none are given, was put into the outbox. */
    readonly expectNotPublished: (detection?: DetectionFields) => void
  }
>()("@mjolnir/core/testing/FakeOutbox") {
  static readonly layer: Layer.Layer<FakeOutbox | Outbox> = Layer.effectContext(
    Effect.gen(function* () {
      const offered: Array<OutboxItem> = []
      const queue = yield* makeDeliveryQueue<OutboxItem>(Number.POSITIVE_INFINITY, () => {})
      const detections = (): ReadonlyArray<Detection> => offered.map(({ detection }) => detection)
      const outbox = Outbox.of({
        ...queue,
        offer: (item) => {
          offered.push(item)
          queue.offer(item)
        }
      })
      const controls = FakeOutbox.of({
        offered,
        forget: () => {
          offered.length = 0
        },
        expectPublished: (detection) =>
          expectSome("a detection with these fields is published", detections(), detection),
        expectNotPublished: (detection = {}) => expectNone("no such detection is published", detections(), detection)
      })
      return Context.make(Outbox, outbox).pipe(Context.add(FakeOutbox, controls))
    })
  )
}
