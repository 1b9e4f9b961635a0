import { Metrics } from "@mjolnir/core/services"
import { Effect } from "effect"
import { PrometheusMetrics } from "effect/observability"

/** All metrics in the text format of Prometheus. */
export const prometheusText = Effect.map(Metrics, (metrics) => PrometheusMetrics.formatUnsafe(metrics.registry))

/** The key figures by their documented names. */
export const keyFigures = Effect.map(Metrics, ({ total }) => ({
  patterns_detected: total("patterns_detected_total"),
  messages_processed: total("messages_processed_total"),
  errors: total("errors_total"),
  stocks_monitored: total("stocks_monitored"),
  websocket_connected: total("websocket_connected") === 1,
  redis_connected: total("redis_connected") === 1,
  frames_received: total("frames_total"),
  candles_closed: total("candles_closed_total"),
  detections_published: total("detections_published_total"),
  detections_suppressed: total("detections_suppressed_total"),
  detections_dropped: total("detections_dropped_total"),
  part_faults: total("part_faults_total"),
  outbox_size: total("outbox_size"),
  uptime_seconds: total("uptime_seconds")
}))
