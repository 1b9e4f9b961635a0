import type { ConfiguredSink, Delivery, OpenPart } from "@mjolnir/core"
import type { DeliveryQueue, Metrics } from "@mjolnir/core/services"
import { Duration, Effect, Option } from "effect"

import { openForGood } from "../parts/openForGood.ts"
import { PartHealth, type PartState } from "../parts/PartHealth.ts"
import { PartProblem } from "../parts/PartProblem.ts"
import { pauseAfter } from "../parts/pauseAfter.ts"
import { startCall } from "../parts/startCall.ts"

/** How a sink fares. */
export interface SinkReport {
  /** `name@version`. */
  readonly id: string
  readonly state: PartState
  /** Detections that it has not delivered yet. */
  readonly waiting: number
  readonly delivered: number
  /** What went wrong last, also when it works again since. */
  readonly lastError: string | undefined
}

/** How long a sink may take for one detection before it is told to stop and tries again. */
const deliveryLimit = Duration.seconds(10)

/** Pauses between attempts to deliver the same detection. */
const deliveryPauses = { first: Duration.millis(500), longest: Duration.seconds(30) }

/**
 * One loaded sink: takes detections from its own queue one after the other, and tries each until it is delivered or
 * gives way in a queue that has run over. It is never called twice at once.
 */
export class RunningSink {
  readonly #sink: ConfiguredSink
  readonly #queue: DeliveryQueue<Delivery>
  readonly #metrics: Metrics["Service"]
  readonly #health: PartHealth
  #delivered = 0

  constructor(sink: ConfiguredSink, queue: DeliveryQueue<Delivery>, metrics: Metrics["Service"]) {
    this.#sink = sink
    this.#queue = queue
    this.#metrics = metrics
    this.#health = new PartHealth(`The sink ${sink.id}`)
  }

  offer(delivery: Delivery): void {
    this.#queue.offer(delivery)
  }

  get report(): SinkReport {
    const { lastError, state } = this.#health
    return { id: this.#sink.id, state, waiting: this.#queue.size(), delivered: this.#delivered, lastError }
  }

  /** Opens the sink and delivers for ever; closes it when interrupted. */
  readonly run: Effect.Effect<never> = Effect.suspend(() => openForGood(this.#sink, this.#health)).pipe(
    Effect.flatMap((part) => this.#deliverAll(part)),
    Effect.scoped
  )

  readonly #deliverAll = Effect.fnUntraced({ self: this }, function* (this: RunningSink, part: SinkPart) {
    let failures = 0
    while (true) {
      const result = yield* Effect.result(this.#queue.deliverNext((delivery) => this.#deliver(part, delivery)))
      if (result._tag === "Success") {
        failures = 0
        yield* this.#health.worked
        continue
      }
      this.#metrics.count("part_faults_total", { kind: "sink", part: this.#sink.id })
      yield* this.#health.failed(result.failure.message)
      yield* Effect.sleep(yield* pauseAfter(failures++, deliveryPauses))
    }
  })

  #deliver(part: SinkPart, delivery: Delivery): Effect.Effect<void, PartProblem> {
    return Effect.acquireUseRelease(
      startCall(part, delivery),
      ({ ended, stop }) =>
        Effect.timeoutOption(ended, deliveryLimit).pipe(
          Effect.flatMap(Option.match({ onSome: () => Effect.void, onNone: () => this.#stopLate(ended, stop) }))
        ),
      ({ stop }) => stop
    ).pipe(
      Effect.andThen(
        Effect.sync(() => {
          this.#delivered++
          this.#metrics.count("sink_deliveries_total", { sink: this.#sink.id })
        })
      )
    )
  }

  /** Waits until the late call has ended, so that the next does not overtake it; it may have delivered after all. */
  #stopLate(ended: Effect.Effect<void, PartProblem>, stop: Effect.Effect<void>): Effect.Effect<void, PartProblem> {
    return this.#health
      .failed(tooLong.message)
      .pipe(Effect.andThen(stop), Effect.andThen(Effect.mapError(ended, () => tooLong)))
  }
}

type SinkPart = OpenPart<Delivery, void>

const tooLong = new PartProblem({
  reason: "late",
  problem: `a delivery took longer than ${Duration.format(deliveryLimit)}`
})
