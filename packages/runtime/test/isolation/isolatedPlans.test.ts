import { assert, describe, it } from "@effect/vitest"
import { usEquities } from "@mjolnir/core/calendar"
import { AppConfig } from "@mjolnir/core/services"
import { Effect } from "effect"

import { isolatedPlans } from "../../src/isolation/isolatedPlans.ts"
import { loadPlugins } from "../../src/plugins/loadPlugins.ts"
import { layerConfigOf } from "../support/config.ts"

const settings = {
  plugins: { classic: { isolation: "worker" } },
  detectors: { "double-top": { params: { tolerance: 0.5 }, filters: { symbols: ["A*"] } } },
  gates: {},
  scorers: {},
  sinks: {},
  feeds: {}
} as const

describe("the plugins that run in workers", () => {
  it.effect("have the settings of all, those of their detectors, and defaults where there are none", () =>
    Effect.gen(function* () {
      const plugins = yield* loadPlugins(["classic"], { settings: settings.plugins })
      const { detection } = yield* AppConfig
      const defaults = { classic: { "double-top": { tolerance: 0.1 }, "double-bottom": { tolerance: 0.1 } } }
      const [plan, ...others] = isolatedPlans(plugins, { settings }, { ...detection, calendar: usEquities }, defaults)
      assert.lengthOf(others, 0)
      assert.strictEqual(plan?.plugin.name, "classic")
      assert.deepInclude(plan?.settings, {
        interval: "1m",
        calendar: "us-equities",
        lookback: 77,
        minimumConfidence: 0.65,
        cooldownMillis: 300_000,
        filters: { "double-top": { symbols: ["A*"] } }
      })
      assert.deepInclude(plan?.settings.params, {
        "double-top": { tolerance: 0.5 },
        "double-bottom": { tolerance: 0.1 },
        "bull-flag": {}
      })
      assert.deepStrictEqual(plan?.limits, { callMillis: 50 })
    }).pipe(Effect.provide(layerConfigOf({ PATTERN_LOOKBACK_WINDOW: "77" })))
  )

  it.effect("are not those that run in the thread of the service", () =>
    Effect.gen(function* () {
      const { detection } = yield* AppConfig
      const plugins = yield* loadPlugins(["classic"])
      assert.deepStrictEqual(isolatedPlans(plugins, { settings: { ...settings, plugins: {} } }, detection), [])
    }).pipe(Effect.provide(layerConfigOf({})))
  )
})
