import { AppConfig, MarketClock, Metrics, Outbox, PluginRegistry } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

import { layerAppConfig } from "../config/loadConfig.ts"
import { hostedParts } from "../delivery/HostedParts.ts"
import { planFromConfig } from "../plugins/planFromConfig.ts"
import { reportsOf } from "../plugins/reportsOf.ts"
import { layerRedis } from "../redis/layerRedis.ts"
import { layerMarketSocket } from "../socket/layerMarketSocket.ts"
import { layerWatchlistFromRedis } from "../watchlist/layerWatchlistFromRedis.ts"
import { layerLogging } from "./layerLogging.ts"
import { layerOperations } from "./layerOperations.ts"
import { layerService } from "./layerService.ts"
import { runService } from "./runService.ts"

/** What the live service runs on. */
const layerPlatform = layerWatchlistFromRedis.pipe(
  Layer.provide(layerRedis),
  Layer.merge(Outbox.layer),
  Layer.provideMerge(Layer.mergeAll(layerMarketSocket, MarketClock.layer, Metrics.layer, layerLogging)),
  Layer.provideMerge(layerAppConfig)
)

/** The live service, from the environment to its end. */
export const runLive = Effect.gen(function* () {
  const { parts, plan, plugins } = yield* planFromConfig
  const { feed } = yield* AppConfig
  const hosted = yield* Effect.fromResult(hostedParts(parts, feed.name))
  const layer = layerOperations.pipe(
    Layer.provideMerge(layerService(plan, hosted)),
    Layer.provideMerge(PluginRegistry.layerOf(reportsOf(plugins)))
  )
  return yield* Effect.provide(runService, layer)
}).pipe(Effect.provide(layerPlatform))
