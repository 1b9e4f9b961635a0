import { MarketClock, Metrics } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

import { layerAppConfig } from "../config/loadConfig.ts"
import { layerRedis } from "../redis/RedisLive.ts"
import { layerMarketSocket } from "../socket/MarketSocketLive.ts"
import { layerWatchlistFromRedis } from "../watchlist/WatchlistFromRedis.ts"
import { layerLogging } from "./layerLogging.ts"
import { layerOperations, layerService } from "./layerService.ts"
import { planFromConfig } from "./planFromConfig.ts"
import { runService } from "./runService.ts"

/** What the live service runs on. */
const layerPlatform = layerWatchlistFromRedis.pipe(
  Layer.provide(layerRedis),
  Layer.provideMerge(Layer.mergeAll(layerMarketSocket, MarketClock.layer, Metrics.layer, layerLogging)),
  Layer.provideMerge(layerAppConfig)
)

/** The live service, from the environment to its end. */
export const runLive = Effect.gen(function* () {
  const plan = yield* planFromConfig
  const layer = layerOperations.pipe(Layer.provideMerge(layerService(plan)))
  return yield* Effect.provide(runService, layer)
}).pipe(Effect.provide(layerPlatform))
