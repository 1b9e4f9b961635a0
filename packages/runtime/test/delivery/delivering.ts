import type { Detection } from "@mjolnir/core"
import type { FeedDecoder } from "@mjolnir/core/ingest"
import { Metrics, Outbox, type OutboxItem } from "@mjolnir/core/services"
import { Effect, Exit, Layer, Scope } from "effect"

import { DetectionDelivery } from "../../src/delivery/DetectionDelivery.ts"
import { ChosenFeed } from "../../src/feed/ChosenFeed.ts"
import { DetectionSinks } from "../../src/sinks/DetectionSinks.ts"
import type { ScriptedScorer } from "../scorers/ScriptedScorer.ts"
import type { ScriptedSink } from "../sinks/ScriptedSink.ts"
import { layerConfigOf } from "../support/config.ts"
import { recordedLog } from "../support/logs.ts"
import { settled } from "../support/service.ts"

/** What detections are delivered to. */
export interface Destinations {
  readonly scorers?: ReadonlyArray<ScriptedScorer>
  readonly sinks?: ReadonlyArray<ScriptedSink>
  readonly feed?: FeedDecoder
}

/** A delivery under test and what came out at its end. */
export interface Delivering {
  readonly offer: (item: OutboxItem) => void
  readonly delivery: DetectionDelivery["Service"]
  /** What the outbox was given so far. */
  readonly out: ReadonlyArray<Detection>
  readonly metrics: Metrics["Service"]
  readonly log: ReturnType<typeof recordedLog>["lines"]
  /** Closes the layer. */
  readonly stop: Effect.Effect<void>
}

/** Runs the delivery of detections, and `scenario` beside it. */
export const delivering = <Step extends Effect.Effect<unknown, unknown>>(
  { feed, scorers = [], sinks = [] }: Destinations,
  scenario: (delivering: Delivering) => Generator<Step, void, never>
) => {
  const log = recordedLog()
  const out: Array<Detection> = []
  const outbox = Outbox.of({
    offer: ({ detection }) => void out.push(detection),
    deliverNext: () => Effect.never,
    size: () => out.length
  })
  const layer = DetectionDelivery.layer(scorers).pipe(
    Layer.provide(DetectionSinks.layer(sinks)),
    Layer.provide(Layer.succeed(Outbox, outbox)),
    Layer.provide(Layer.succeed(ChosenFeed, feed))
  )
  return Effect.gen(function* () {
    const scope = yield* Scope.make()
    const context = yield* Layer.buildWithScope(layer, scope)
    const delivery = yield* Effect.provide(DetectionDelivery, context)
    yield* settled
    const stop = Scope.close(scope, Exit.void)
    const running = { delivery, out, stop, offer: delivery.offer, metrics: yield* Metrics, log: log.lines }
    yield* Effect.gen(() => scenario(running)).pipe(Effect.ensuring(Effect.forkDetach(stop)))
  }).pipe(Effect.provide(Layer.mergeAll(Metrics.layer, layerConfigOf({}), log.layer)))
}

/** The ids of detections. */
export const idsOf = (detections: ReadonlyArray<Detection>): ReadonlyArray<string> => detections.map(({ id }) => id)
