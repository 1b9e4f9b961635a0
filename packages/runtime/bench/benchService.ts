import type { StockSymbol } from "@mjolnir/core"
import { makePipelinePlan } from "@mjolnir/core/pipeline"
import { AppConfig, MarketClock, Metrics } from "@mjolnir/core/services"
import { builtInPlugins } from "@mjolnir/plugins"
import { ConfigProvider, Effect, Layer, Logger, Result } from "effect"

import { loadConfig } from "../src/config/loadConfig.ts"
import { layerService } from "../src/live/layerService.ts"
import { runService } from "../src/live/runService.ts"

/** The live service with all classic detectors and default settings, on a given socket and watchlist. */
export const layerBenchPlatform = (url: string) =>
  Layer.mergeAll(
    Layer.effect(AppConfig, loadConfig).pipe(
      Layer.provide(
        ConfigProvider.layer(
          ConfigProvider.fromEnvRecord({ WEBSOCKET_URL: url, SUBSCRIBE_MODE: "never", PUBLISH_FORMAT: "documented" })
        )
      )
    ),
    MarketClock.layer,
    Metrics.layer,
    Logger.layer([])
  )

/** Runs the service; `observe` gets its metrics. */
export const runBenchService = <E, R>(observe: Effect.Effect<never, E, R>) =>
  Effect.raceFirst(runService, observe).pipe(Effect.provide(layerService(plan)))

/** Brands names that this folder makes up itself. */
export const asSymbols = (names: ReadonlyArray<string>): ReadonlyArray<StockSymbol> =>
  names as ReadonlyArray<StockSymbol>

/** The plan of the default settings. */
export const plan = Result.getOrThrow(makePipelinePlan(builtInPlugins.flatMap(({ detectors }) => detectors)))
