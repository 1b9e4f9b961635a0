import type { PipelinePlan } from "@mjolnir/core/pipeline"
import { Layer } from "effect"

import { layerHostedParts, noHostedParts } from "../delivery/HostedParts.ts"
import { MarketFeed } from "../feed/MarketFeed.ts"
import { Lifecycle } from "../lifecycle/Lifecycle.ts"
import { Supervisor } from "../supervisor/Supervisor.ts"

/**
 * The parts of the service that are the same whatever it runs on. What it runs on (configuration, clock, watchlist,
 * socket, metrics, outbox) is provided from outside: live, simulated or fake.
 */
export const layerService = (plan: PipelinePlan, parts = noHostedParts) =>
  MarketFeed.layer.pipe(
    Layer.provideMerge(Supervisor.layer(plan)),
    Layer.provideMerge(layerHostedParts(parts)),
    Layer.provideMerge(Lifecycle.layer)
  )
