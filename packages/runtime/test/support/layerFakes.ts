import { MarketClock, Metrics, Outbox, PluginRegistry } from "@mjolnir/core/services"
import { FakeMarketSocket, FakeRedis } from "@mjolnir/core/testing"
import { Layer } from "effect"

import { type Environment, layerConfigOf } from "./config.ts"
import { pluginReport } from "./plugins.ts"

/**
 * What the service of a test runs on: fakes of Redis and the broker, a plugin of which only the report is there, and an
 * environment of these variables.
 */
export const layerFakes = (environment: Environment) =>
  Layer.mergeAll(Outbox.layer, FakeRedis.layer, FakeMarketSocket.layer, MarketClock.layer, layerRegistry).pipe(
    Layer.provideMerge(Layer.merge(Metrics.layer, layerConfigOf(environment)))
  )

const layerRegistry = PluginRegistry.layerOf([pluginReport])
