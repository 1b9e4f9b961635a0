import { makePipelinePlan } from "@mjolnir/core/pipeline"
import { AppConfig, MarketClock, Metrics, Outbox } from "@mjolnir/core/services"
import classic from "@mjolnir/plugins/classic"
import { ConfigProvider, Effect, Layer, Logger, Result } from "effect"

import { loadConfig } from "../src/config/loadConfig.ts"
import { layerService } from "../src/live/layerService.ts"
import { runService } from "../src/live/runService.ts"

/** What the service runs on but for socket and watchlist, with default settings. */
export const layerBenchPlatform = (url: string) =>
  Outbox.layer.pipe(
    Layer.provideMerge(
      Layer.mergeAll(
        Layer.effect(AppConfig, loadConfig).pipe(
          Layer.provide(
            ConfigProvider.layer(
              ConfigProvider.fromEnvRecord({
                WEBSOCKET_URL: url,
                SUBSCRIBE_MODE: "never",
                PUBLISH_FORMAT: "documented"
              })
            )
          )
        ),
        MarketClock.layer,
        Metrics.layer,
        Logger.layer([])
      )
    )
  )

/** Runs the live service with the classic detectors; `observe` gets its metrics. */
export const runBenchService = <E, R>(observe: Effect.Effect<never, E, R>) =>
  Effect.raceFirst(runService, observe).pipe(Effect.provide(layerService({ plan: livePlan })))

/** The classic detectors with the default settings. */
export const plan = Result.getOrThrow(makePipelinePlan(classic.detectors))

/** The same, with the meter that the live service has. */
const livePlan = Result.getOrThrow(
  makePipelinePlan(classic.detectors, { meter: { now: () => performance.now(), budgetMillis: 50 } })
)
