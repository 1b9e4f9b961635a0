import type { PipelinePlan } from "@mjolnir/core/pipeline"
import { AppConfig, Outbox } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

import { MarketFeed } from "../feed/MarketFeed.ts"
import { layerHttp } from "../http/layerHttp.ts"
import { Supervisor } from "../supervisor/Supervisor.ts"
import { Lifecycle } from "./Lifecycle.ts"
import { layerProcessMetrics } from "./processMetrics.ts"

/**
 * The parts of the service that are the same whatever it runs on. What it runs on (configuration, clock, watchlist,
 * socket, metrics) is provided from outside: live, simulated or fake.
 */
export const layerService = (plan: PipelinePlan) =>
  MarketFeed.layer.pipe(
    Layer.provideMerge(Supervisor.layer(plan)),
    Layer.provideMerge(Layer.unwrap(Effect.map(AppConfig, ({ operation }) => Outbox.layer(operation.outboxCapacity)))),
    Layer.provideMerge(Lifecycle.layer)
  )

/** The service's face to those who run it: probes and metrics over HTTP, figures of the process. */
export const layerOperations = Layer.unwrap(
  Effect.map(AppConfig, ({ operation }) => Layer.merge(layerHttp(operation.host, operation.port), layerProcessMetrics))
)
