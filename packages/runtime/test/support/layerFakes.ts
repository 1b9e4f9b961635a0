import { MarketClock, Metrics, Outbox } from "@mjolnir/core/services"
import { FakeMarketSocket, FakeRedis } from "@mjolnir/core/testing"
import { Layer } from "effect"

import { type Environment, layerConfigOf } from "./config.ts"

/** What the service of a test runs on: fakes of Redis and the broker, and an environment of these variables. */
export const layerFakes = (environment: Environment) =>
  Layer.mergeAll(Outbox.layer, FakeRedis.layer, FakeMarketSocket.layer, MarketClock.layer).pipe(
    Layer.provideMerge(Layer.merge(Metrics.layer, layerConfigOf(environment)))
  )
