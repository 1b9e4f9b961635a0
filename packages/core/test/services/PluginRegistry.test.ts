import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"

import { Metrics } from "../../src/services/Metrics.ts"
import { PluginRegistry, type PluginReport } from "../../src/services/PluginRegistry.ts"

const three: PluginReport = {
  name: "three",
  version: "1.0.0",
  summary: "Runs of three",
  source: "./three.ts",
  isolation: "inline",
  state: "running",
  problem: undefined,
  parts: { feeds: [], features: [], detectors: [], scorers: [], gates: [], sinks: [] }
}

const namesake: PluginReport = { ...three, source: "./other.ts", state: "refused", problem: "its name is taken" }
const gone: PluginReport = { ...namesake, name: "gone", problem: "it is gone" }

const withRegistry = <A, E>(
  reports: ReadonlyArray<PluginReport>,
  effect: Effect.Effect<A, E, PluginRegistry | Metrics>
) => Effect.provide(effect, PluginRegistry.layerOf(reports).pipe(Layer.provideMerge(Metrics.layer)))

describe("PluginRegistry", () => {
  it.effect("reports what the plugins were when they were loaded", () =>
    withRegistry(
      [three, gone],
      Effect.gen(function* () {
        const { reports } = yield* PluginRegistry
        assert.deepStrictEqual(reports(), [three, gone])
      })
    )
  )

  it.effect("asks for the figures of a plugin whenever somebody asks for the reports", () =>
    withRegistry(
      [three],
      Effect.gen(function* () {
        const { follow, reports } = yield* PluginRegistry
        let problem = "slow"
        follow("three", () => ({ state: "restarting", problem }))
        follow("three", () => ({ state: "stopped" }))
        problem = "too slow"
        assert.deepStrictEqual(reports(), [{ ...three, state: "stopped", problem: "too slow" }])
      })
    )
  )

  it.effect("does not tell a refused plugin what is true of its namesake", () =>
    withRegistry(
      [three, namesake],
      Effect.gen(function* () {
        const { follow, reports } = yield* PluginRegistry
        follow("three", () => ({ state: "stopped" }))
        assert.deepStrictEqual(
          reports().map(({ state }) => state),
          ["stopped", "refused"]
        )
      })
    )
  )

  it.effect("counts loaded and refused plugins in the metrics", () =>
    withRegistry(
      [three, namesake, gone],
      Effect.gen(function* () {
        const { total } = yield* Metrics
        assert.deepStrictEqual([total("plugins_loaded"), total("plugins_refused")], [1, 2])
      })
    )
  )
})
