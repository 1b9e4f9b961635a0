import type { PipelinePlan } from "@mjolnir/core/pipeline"
import { type PluginReport, PluginRegistry } from "@mjolnir/core/services"
import { Layer } from "effect"

import { type HostedParts, layerHostedParts, noHostedParts } from "../delivery/HostedParts.ts"
import { MarketFeed } from "../feed/MarketFeed.ts"
import type { IsolatedPlan } from "../isolation/IsolatedPlugin.ts"
import { layerIsolatedPlugins } from "../isolation/IsolatedPlugins.ts"
import { Lifecycle } from "../lifecycle/Lifecycle.ts"
import { Supervisor } from "../supervisor/Supervisor.ts"
import { type InlineCode, layerStrayErrors } from "./layerStrayErrors.ts"

/** What a service does, and with whose plugins. */
export interface ServicePlan {
  /** The pipeline of the plugins that run in this thread. */
  readonly plan: PipelinePlan
  /** Their feed, consulting scorers and sinks. */
  readonly hosted?: HostedParts
  /** The plugins that run in threads of their own. */
  readonly isolated?: ReadonlyArray<IsolatedPlan>
  /** Where the code of the plugins of this thread is. */
  readonly inlineCode?: ReadonlyArray<InlineCode>
  /** What is said of each plugin that was asked for. */
  readonly reports?: ReadonlyArray<PluginReport>
}

/**
 * The parts of the service that are the same whatever it runs on. What it runs on (configuration, clock, watchlist,
 * socket, metrics, outbox) is provided from outside: live, simulated or fake.
 */
export const layerService = ({
  inlineCode = [],
  hosted = noHostedParts,
  isolated = [],
  plan,
  reports = []
}: ServicePlan) =>
  MarketFeed.layer.pipe(
    Layer.provideMerge(Supervisor.layer(plan)),
    Layer.provideMerge(layerIsolatedPlugins(isolated)),
    Layer.provideMerge(layerHostedParts(hosted)),
    Layer.provideMerge(Layer.mergeAll(PluginRegistry.layerOf(reports), Lifecycle.layer, layerStrayErrors(inlineCode)))
  )
