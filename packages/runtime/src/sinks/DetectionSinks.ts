import type { ConfiguredSink, Delivery } from "@mjolnir/core"
import { AppConfig, makeDeliveryQueue, Metrics } from "@mjolnir/core/services"
import { Context, Effect, Layer } from "effect"

import { RunningSink, type SinkReport } from "./RunningSink.ts"

/**
 * The loaded sinks. Each gets every detection at least once, in the order in which they are offered, from a queue of its
 * own: one that fails or is slow holds up neither the others nor who offers.
 */
export class DetectionSinks extends Context.Service<
  DetectionSinks,
  {
    /** Hands a detection to every sink. Plain code that does not throw. */
    readonly offer: (delivery: Delivery) => void
    /** Detections that wait, summed over the sinks. */
    readonly size: () => number
    /** How each fares, in the order in which they were loaded. */
    readonly reports: () => ReadonlyArray<SinkReport>
  }
>()("@mjolnir/runtime/sinks/DetectionSinks") {
  /** Opens the sinks in the background and closes them at the end, when it counts what they leave undelivered. */
  static readonly layer = (
    sinks: ReadonlyArray<ConfiguredSink>
  ): Layer.Layer<DetectionSinks, never, AppConfig | Metrics> => Layer.effect(DetectionSinks, make(sinks))
}

const make = Effect.fnUntraced(function* (sinks: ReadonlyArray<ConfiguredSink>) {
  const metrics = yield* Metrics
  const { operation } = yield* AppConfig
  const running = yield* Effect.forEach(sinks, (sink) => {
    const onDropped = () => metrics.count("detections_dropped_total", { reason: "sink_full", sink: sink.id })
    return Effect.map(
      makeDeliveryQueue<Delivery>(operation.outboxCapacity, onDropped),
      (queue) => new RunningSink(sink, queue, metrics)
    )
  })
  for (const sink of running) show(sink, metrics)
  // A family that appears with its first series would be missing where no sink is loaded.
  if (running.length === 0) {
    metrics.read("sink_waiting", () => 0)
    metrics.read("sinks_failing", () => 0)
  }
  yield* Effect.addFinalizer(() => Effect.forEach(running, (sink) => countRest(sink, metrics), { discard: true }))
  yield* Effect.forkScoped(Effect.forEach(running, (sink) => sink.run, { concurrency: "unbounded", discard: true }))
  return DetectionSinks.of({
    offer: (delivery) => {
      for (const sink of running) sink.offer(delivery)
    },
    size: () => running.reduce((sum, { report }) => sum + report.waiting, 0),
    reports: () => running.map(({ report }) => report)
  })
})

const show = (sink: RunningSink, metrics: Metrics["Service"]): void => {
  const { id } = sink.report
  metrics.count("sink_deliveries_total", { sink: id }, 0)
  metrics.count("part_faults_total", { kind: "sink", part: id }, 0)
  for (const reason of ["sink_full", "shutdown"]) metrics.count("detections_dropped_total", { reason, sink: id }, 0)
  metrics.read("sink_waiting", () => sink.report.waiting, { sink: id })
  metrics.read("sinks_failing", () => (sink.report.state === "failing" ? 1 : 0), { sink: id })
}

const countRest = ({ report: { id, lastError, waiting } }: RunningSink, metrics: Metrics["Service"]) => {
  if (waiting === 0) return Effect.void
  metrics.count("detections_dropped_total", { reason: "shutdown", sink: id }, waiting)
  return Effect.logError(`The sink ${id} leaves ${waiting} detections undelivered: ${lastError ?? "there was no time"}`)
}
