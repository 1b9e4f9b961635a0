import { assert, describe, it } from "@effect/vitest"

import type { LoadedPlugin } from "../../src/plugins/LoadedPlugin.ts"
import { PluginNotFound } from "../../src/plugins/locatePlugin.ts"
import type { PluginSet } from "../../src/plugins/PluginSet.ts"
import { reportsOf } from "../../src/plugins/reportsOf.ts"

const noParts = { feeds: [], features: [], detectors: [], scorers: [], gates: [], sinks: [] }

const far: LoadedPlugin = {
  isolation: "worker",
  source: { _tag: "Package", given: "far", name: "far", from: "/project" },
  name: "far",
  version: "2.1.0",
  summary: "Far away",
  parts: { ...noParts, detectors: [{ name: "far-up", version: "1.0.0", summary: "Far up", emits: ["FAR_UP"] }] },
  manifest: undefined,
  folder: "/project/node_modules/far"
}

const problem = new PluginNotFound({ plugin: "./gone.ts", path: "/project/gone.ts", isPackage: false })

const plugins: PluginSet = {
  loaded: [far],
  refused: [
    { given: "./gone.ts", name: undefined, manifest: undefined, problem },
    {
      given: "known",
      name: "known",
      manifest: { name: "known", sdk: "^9.0.0", summary: "Known", version: "3.0.0", file: "/k", isolation: "worker" },
      problem
    }
  ]
}

describe("the reports of the plugins that were asked for", () => {
  const reports = reportsOf(plugins)

  it("tell of the loaded plugins, then of the refused ones as far as they are known, with the reason", () => {
    const { message } = problem
    assert.deepStrictEqual(
      reports.map(({ isolation, name, problem, state, version }) => ({ name, version, isolation, state, problem })),
      [
        { name: "far", version: "2.1.0", isolation: "worker", state: "restarting", problem: undefined },
        { name: "./gone.ts", version: undefined, isolation: "inline", state: "refused", problem: message },
        { name: "known", version: "3.0.0", isolation: "worker", state: "refused", problem: message }
      ]
    )
  })

  it("name the parts of a plugin whose code has not been run", () => {
    assert.deepStrictEqual(
      reports.map(({ parts }) => parts.detectors.map(({ name }) => name)),
      [["far-up"], [], []]
    )
  })
})
