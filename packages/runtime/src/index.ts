/** The parts of the service, for those who compose their own. */
export { layerAppConfig, loadConfig } from "./config/loadConfig.ts"
export { layerOperations, layerService } from "./live/layerService.ts"
export { runLive } from "./live/runLive.ts"
export { runService } from "./live/runService.ts"
export { layerRedis } from "./redis/RedisLive.ts"
export { layerMarketSocket } from "./socket/MarketSocketLive.ts"
export { layerWatchlistFromRedis } from "./watchlist/WatchlistFromRedis.ts"
