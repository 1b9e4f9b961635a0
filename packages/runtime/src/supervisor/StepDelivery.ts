import type { PipelineStep } from "@mjolnir/core/pipeline"
import type { Metrics, OutboxItem } from "@mjolnir/core/services"
import { Clock, Effect } from "effect"

import { FaultLog } from "./FaultLog.ts"

/** Does with what a pipeline found all that must be done, wherever the pipeline runs: counts, delivers, tells of faults. */
export class StepDelivery {
  readonly #metrics: Metrics["Service"]
  readonly #offer: (item: OutboxItem) => void
  readonly #faults: FaultLog
  readonly #clock: Clock.Clock

  constructor(
    metrics: Metrics["Service"],
    offer: (item: OutboxItem) => void,
    write: (line: Effect.Effect<void>) => void,
    clock: Clock.Clock
  ) {
    this.#metrics = metrics
    this.#offer = offer
    this.#faults = new FaultLog(({ level, text }) =>
      write(level === "Error" ? Effect.logError(text) : Effect.logInfo(text))
    )
    this.#clock = clock
  }

  /** Takes what one candle led to; `closedAt` is when it closed, in milliseconds of `performance.now()`. */
  take({ decisions, faults }: Pick<PipelineStep, "decisions" | "faults">, closedAt: number): void {
    for (const decision of decisions) {
      if (decision._tag === "Suppress") this.#metrics.count("detections_suppressed_total", { reason: decision.reason })
      else {
        const { detection, candle } = decision
        this.#metrics.count("patterns_detected_total", { pattern: detection.pattern })
        this.#offer({ detection, candle, closedAt })
      }
    }
    for (const fault of faults) {
      this.#metrics.count("part_faults_total", { kind: fault.kind, part: fault.part })
      this.#faults.tell(fault, this.#clock.currentTimeMillisUnsafe())
    }
  }

  /** Says which parts work again; `isWell` knows those that nothing keeps from being called. */
  lookForRecovered(isWell: (part: string) => boolean): void {
    this.#faults.look(this.#clock.currentTimeMillisUnsafe(), isWell)
  }
}

/** What does that in a service that delivers by `offer`. */
export const makeStepDelivery = (metrics: Metrics["Service"], offer: (item: OutboxItem) => void) =>
  Effect.gen(function* () {
    const write = Effect.runForkWith(yield* Effect.context<never>())
    return new StepDelivery(metrics, offer, write, yield* Clock.Clock)
  })
