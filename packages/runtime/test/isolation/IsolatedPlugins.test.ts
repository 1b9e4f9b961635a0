import { assert, describe, it } from "@effect/vitest"
import { Metrics, PluginRegistry } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

import { DetectionDelivery } from "../../src/delivery/DetectionDelivery.ts"
import { IsolatedPlugins, layerIsolatedPlugins } from "../../src/isolation/IsolatedPlugins.ts"
import { recordedLog } from "../support/logs.ts"
import { byLabel } from "../support/metrics.ts"
import { troubledPlan } from "./isolated.ts"

const delivery = DetectionDelivery.of({ offer: () => {}, size: () => 0, hurry: () => {}, scorers: () => [] })

describe("the plugins in workers", () => {
  it.effect("are none unless they are provided", () =>
    Effect.map(IsolatedPlugins, (plugins) => assert.lengthOf(plugins, 0))
  )

  it.effect("have their series from the start, and a warning for parts that nobody uses there", () => {
    const plan = troubledPlan()
    const gates = [{ name: "lunch", version: "1.0.0", summary: "No lunch", reasons: ["lunch"] }]
    const plugin = { ...plan.plugin, parts: { ...plan.plugin.parts, gates } }
    const log = recordedLog()
    const layer = layerIsolatedPlugins([{ ...plan, plugin }]).pipe(
      Layer.provide(PluginRegistry.layerOf([])),
      Layer.provide(Layer.succeed(DetectionDelivery, delivery)),
      Layer.provideMerge(Metrics.layer),
      Layer.provide(log.layer)
    )
    return Effect.gen(function* () {
      const metrics = yield* Metrics
      assert.deepStrictEqual(byLabel(metrics, "detectors_suspended", "detector"), {
        "troubled@1.0.0": 0,
        "eager@1.0.0": 0,
        "hourly@1.0.0": 0
      })
      assert.deepStrictEqual(
        log.lines.map(({ text }) => text),
        ["The plugin troubled runs in a worker, where nobody uses its gates"]
      )
    }).pipe(Effect.provide(layer))
  })
})
