/**
 * Every metric of the service; exporter, dashboards and documentation are made from this table. The exported name is
 * `mjolnir_` and the key.
 */
export const metricDefinitions = {
  frames_total: { kind: "counter", help: "WebSocket frames received, by outcome; every frame has exactly one" },
  feed_ticks_total: {
    kind: "counter",
    help: "Ticks in the frames of a feed plugin, by outcome; none for the built-in"
  },
  messages_processed_total: { kind: "counter", help: "Ticks of watched symbols that went into a candle" },
  candles_closed_total: { kind: "counter", help: "Candles closed" },
  candles_dropped_total: {
    kind: "counter",
    help: "Candles that did not reach the detectors, closed or still open, by reason",
    labels: {
      reason: ["queue_full", "crash", "unwatched", "shutdown", "plugin_busy", "plugin_crash", "plugin_restart"]
    }
  },
  patterns_detected_total: { kind: "counter", help: "Detections that passed the gates, by pattern" },
  detections_suppressed_total: {
    kind: "counter",
    help: "Detections that a gate held back, by reason",
    labels: { reason: ["below_minimum_confidence", "cooldown"] }
  },
  detections_published_total: { kind: "counter", help: "Detections handed to the broker", labels: {} },
  detections_dropped_total: {
    kind: "counter",
    help: "Detections lost before they reached the broker or a sink, by reason and, where there is one, sink",
    labels: { reason: ["outbox_full", "unpublishable", "shutdown", "no_destination"] }
  },
  sink_deliveries_total: { kind: "counter", help: "Detections that a sink has delivered, by sink" },
  sink_waiting: { kind: "gauge", help: "Detections waiting for a sink, by sink" },
  sinks_failing: { kind: "gauge", help: "1 while a sink cannot be opened or cannot deliver, by sink" },
  scorer_failures_total: {
    kind: "counter",
    help: "Detections that go without the score of a scorer that was to be asked, by scorer and reason"
  },
  consultations_waiting: { kind: "gauge", help: "Detections that wait for scorers to be asked or to answer" },
  part_faults_total: {
    kind: "counter",
    help: "Calls of a plugin's part that threw, took too long or gave something invalid, by kind and part"
  },
  detectors_suspended: {
    kind: "gauge",
    help: "Symbols for which a detector is not called for a while after repeated faults, by detector"
  },
  plugins_loaded: { kind: "gauge", help: "Plugins that were loaded" },
  plugins_refused: { kind: "gauge", help: "1 for each plugin that was asked for and could not be loaded, by plugin" },
  plugin_crashes_total: {
    kind: "counter",
    help: "Times that the thread of a plugin in a worker ended or was killed, by plugin and reason"
  },
  errors_total: {
    kind: "counter",
    help: "Things that went wrong, by kind",
    labels: { kind: ["redis", "broker", "frame", "feed"] }
  },
  stocks_monitored: { kind: "gauge", help: "Symbols on the watchlist" },
  watchlist_loaded: { kind: "gauge", help: "1 once the watchlist has been read" },
  redis_connected: { kind: "gauge", help: "1 while the last read of Redis succeeded" },
  websocket_connected: { kind: "gauge", help: "1 while the WebSocket is open" },
  websocket_connections_total: { kind: "counter", help: "WebSocket connections opened", labels: {} },
  websocket_disconnections_total: { kind: "counter", help: "WebSocket connections lost or refused", labels: {} },
  subscriptions: { kind: "gauge", help: "Symbols subscribed on the present connection" },
  tick_age_seconds: { kind: "gauge", help: "Time since the last accepted tick arrived, -1 before the first" },
  symbol_restarts_total: { kind: "counter", help: "Restarts of a symbol's fibre after a crash", labels: {} },
  outbox_size: { kind: "gauge", help: "Detections waiting for the broker" },
  publish_latency_seconds: {
    kind: "histogram",
    help: "From the close of a candle to the detection handed to the broker",
    boundaries: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  },
  event_loop_delay_seconds: {
    kind: "gauge",
    help: "99th percentile of the event loop's delay in the last minute or two"
  },
  resident_memory_bytes: { kind: "gauge", help: "Resident memory of the process" },
  heap_used_bytes: { kind: "gauge", help: "JavaScript heap in use" },
  uptime_seconds: { kind: "gauge", help: "Time since the process started" },
  build_info: { kind: "gauge", help: "1, with the name, version and environment of what runs" }
} as const satisfies Readonly<Record<string, MetricDefinition>>

/** Labels whose values are known beforehand, or none at all: every such series is there from the start. */
type KnownLabels = Readonly<Record<string, ReadonlyArray<string>>>

/** A metric's kind and what it means. */
export type MetricDefinition =
  | { readonly kind: "counter" | "gauge"; readonly help: string; readonly labels?: KnownLabels }
  | { readonly kind: "histogram"; readonly help: string; readonly boundaries: ReadonlyArray<number> }

type NamesOf<Kind extends MetricDefinition["kind"]> = {
  [Name in keyof typeof metricDefinitions]: (typeof metricDefinitions)[Name]["kind"] extends Kind ? Name : never
}[keyof typeof metricDefinitions]

export type CounterName = NamesOf<"counter">
export type GaugeName = NamesOf<"gauge">
export type HistogramName = NamesOf<"histogram">
