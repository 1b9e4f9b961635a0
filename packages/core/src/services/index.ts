export {
  AppConfig,
  type DetectionSettings,
  type FeedSettings,
  type OperationSettings,
  type RedisSettings
} from "./AppConfig.ts"
export { type DeliveryQueue, makeDeliveryQueue } from "./DeliveryQueue.ts"
export { MarketClock } from "./MarketClock.ts"
export { type MarketConnection, MarketSocket, MarketSocketError } from "./MarketSocket.ts"
export { type CounterName, type GaugeName, metricDefinitions } from "./metricDefinitions.ts"
export { exportedName, Metrics } from "./Metrics.ts"
export { Outbox, type OutboxItem } from "./Outbox.ts"
export {
  type DetectorReport,
  type PartReport,
  type PluginFigures,
  PluginRegistry,
  type PluginReport,
  type PluginState
} from "./PluginRegistry.ts"
export { Redis, RedisError } from "./Redis.ts"
export { Watchlist, type WatchlistState } from "./Watchlist.ts"
export { withoutSecrets } from "./withoutSecrets.ts"
