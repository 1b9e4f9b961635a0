import { assert, describe, it } from "@effect/vitest"
import { makePipelinePlan } from "@mjolnir/core/pipeline"
import { PluginRegistry } from "@mjolnir/core/services"
import { Effect, Layer, Result, Schema } from "effect"
import { HttpServer } from "effect/http"

import { layerHostedParts, noHostedParts } from "../../src/delivery/HostedParts.ts"
import { MarketFeed } from "../../src/feed/MarketFeed.ts"
import { layerHttp } from "../../src/http/layerHttp.ts"
import { PluginsAnswer } from "../../src/http/PluginsAnswer.ts"
import { layerIsolatedPlugins } from "../../src/isolation/IsolatedPlugins.ts"
import { Lifecycle } from "../../src/lifecycle/Lifecycle.ts"
import { Supervisor } from "../../src/supervisor/Supervisor.ts"
import { layerWatchlistFromRedis } from "../../src/watchlist/layerWatchlistFromRedis.ts"
import { everyCandle } from "../support/detectors.ts"
import { layerFakes } from "../support/layerFakes.ts"
import { recordedLog } from "../support/logs.ts"
import { pluginReport } from "../support/plugins.ts"
import { until } from "../support/until.ts"
import { troubledPlan } from "./isolated.ts"

const broken = troubledPlan({ file: new URL("fixtures/broken.ts", import.meta.url) })

const layer = layerHttp("127.0.0.1", 0).pipe(
  Layer.provideMerge(MarketFeed.layer),
  Layer.provideMerge(Supervisor.layer(Result.getOrThrow(makePipelinePlan([everyCandle])))),
  Layer.provideMerge(layerIsolatedPlugins([broken])),
  Layer.provideMerge(layerHostedParts(noHostedParts)),
  Layer.provideMerge(Lifecycle.layer),
  Layer.provideMerge(PluginRegistry.layerOf([{ ...pluginReport, name: "troubled", isolation: "worker" }])),
  Layer.provideMerge(layerWatchlistFromRedis),
  Layer.provideMerge(layerFakes({})),
  Layer.provideMerge(recordedLog().layer)
)

describe("GET /api/v1/plugins", () => {
  it.live("tells why the thread of a plugin does not run", () =>
    Effect.gen(function* () {
      const { address } = yield* HttpServer.HttpServer
      const ask = async () => {
        const response = await fetch(`${HttpServer.formatAddress(address)}/api/v1/plugins`)
        const { plugins } = Schema.decodeUnknownSync(PluginsAnswer)(await response.json())
        return plugins.find(({ crashes }) => crashes > 0)
      }
      const plugin = yield* Effect.promise(() => until("a crash", ask))
      assert.strictEqual(plugin.name, "troubled")
      assert.strictEqual(plugin.state, "restarting")
      assert.match(plugin.problem ?? "", /cannot start: .*no license key/)
      assert.strictEqual(plugin.last_error?.problem, plugin.problem)
    }).pipe(Effect.provide(layer))
  )
})
