import { MarketClock, Metrics, Outbox } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

import { layerAppConfig } from "../config/loadConfig.ts"
import { layerRedis } from "../redis/layerRedis.ts"
import { layerMarketSocket } from "../socket/layerMarketSocket.ts"
import { layerWatchlistFromRedis } from "../watchlist/layerWatchlistFromRedis.ts"
import { layerLogging } from "./layerLogging.ts"
import { layerOperations } from "./layerOperations.ts"
import { layerService } from "./layerService.ts"
import { runService } from "./runService.ts"
import { serviceFromConfig } from "./serviceFromConfig.ts"

/** What the live service runs on. */
const layerPlatform = layerWatchlistFromRedis.pipe(
  Layer.provide(layerRedis),
  Layer.merge(Outbox.layer),
  Layer.provideMerge(Layer.mergeAll(layerMarketSocket, MarketClock.layer, Metrics.layer, layerLogging)),
  Layer.provideMerge(layerAppConfig)
)

/** The live service, from the environment to its end. */
export const runLive = Effect.gen(function* () {
  const layer = layerOperations.pipe(Layer.provideMerge(layerService(yield* serviceFromConfig)))
  return yield* Effect.provide(runService, layer)
}).pipe(Effect.provide(layerPlatform))
