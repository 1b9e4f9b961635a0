import { monitorEventLoopDelay } from "node:perf_hooks"

import { AppConfig, Metrics } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

/** Metrics of the process itself. */
export const layerProcessMetrics: Layer.Layer<never, never, AppConfig | Metrics> = Layer.effectDiscard(
  Effect.gen(function* () {
    const metrics = yield* Metrics
    const { operation } = yield* AppConfig
    const delay = yield* Effect.acquireRelease(
      Effect.sync(() => {
        const histogram = monitorEventLoopDelay({ resolution: 20 })
        histogram.enable()
        return histogram
      }),
      (histogram) => Effect.sync(() => histogram.disable())
    )
    // A minute at a time, whoever asks how often.
    let delayBefore = 0
    yield* Effect.sync(() => {
      delayBefore = delay.percentile(99)
      delay.reset()
    }).pipe(Effect.delay("1 minute"), Effect.forever, Effect.forkScoped)
    metrics.read("event_loop_delay_seconds", () => Math.max(delayBefore, delay.percentile(99)) / 1e9)
    metrics.read("resident_memory_bytes", () => process.memoryUsage.rss())
    metrics.read("heap_used_bytes", () => process.memoryUsage().heapUsed)
    metrics.read("uptime_seconds", () => process.uptime())
    metrics.read("build_info", () => 1, {
      name: operation.appName,
      version: operation.appVersion,
      environment: operation.environment
    })
  })
)
