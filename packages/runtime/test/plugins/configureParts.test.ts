import { layer as nodeFiles } from "@effect/platform-node/NodeFileSystem"
import { assert, describe, it } from "@effect/vitest"
import { defineDetector, defineGate, definePlugin, type Plugin } from "@mjolnir/core"
import { Effect, FileSystem, Result, Schema } from "effect"

import { settingsFileAt } from "../../src/config/SettingsFile.ts"
import { configureParts, type DefaultParams } from "../../src/plugins/configureParts.ts"
import { describeParts } from "../../src/plugins/describeParts.ts"
import type { InlinePlugin } from "../../src/plugins/LoadedPlugin.ts"
import { PluginNotFound } from "../../src/plugins/locatePlugin.ts"
import type { PluginManifest } from "../../src/plugins/PluginManifest.ts"
import type { RefusedPlugin } from "../../src/plugins/PluginSet.ts"

const detectorOf = (name: string) =>
  defineDetector({
    name,
    version: "1.0.0",
    summary: "Never sees anything",
    emits: ["SEEN"],
    params: Schema.Struct({
      tolerance: Schema.Finite.pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.5))),
      limits: Schema.optionalKey(Schema.Struct({ most: Schema.Int }))
    }),
    history: 1,
    detect: () => []
  })

const three = definePlugin({
  name: "three",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "A plugin of a test",
  detectors: [detectorOf("three-up"), detectorOf("three-down")],
  gates: [
    defineGate({
      name: "quiet-open",
      version: "1.0.0",
      summary: "Holds back what comes early",
      reasons: ["opening"],
      params: Schema.Struct({ minutes: Schema.Finite }),
      decide: () => undefined
    })
  ]
})

const loaded = (plugin: Plugin): InlinePlugin => ({
  isolation: "inline",
  source: { _tag: "Path", given: `./${plugin.name}.ts`, path: `/project/${plugin.name}.ts` },
  name: plugin.name,
  version: plugin.version,
  summary: plugin.summary,
  parts: describeParts(plugin),
  manifest: undefined,
  folder: "/project",
  plugin
})

const refused = (name: string | undefined, manifest: PluginManifest | undefined): RefusedPlugin => ({
  given: "./broken.ts",
  name,
  manifest,
  problem: new PluginNotFound({ plugin: "./broken.ts", path: "/project/broken.ts", isPackage: false })
})

const quietOpen = "gates: { quiet-open: { params: { minutes: 5 } } }\n"

/** What the loaded plugin amounts to with these settings beside those of the gate. */
const configure = (text: string, broken: ReadonlyArray<RefusedPlugin> = [], defaults: DefaultParams = {}) =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const folder = yield* files.makeTempDirectoryScoped()
    const path = `${folder}/settings.yaml`
    yield* files.writeFileString(path, quietOpen + text)
    const file = yield* settingsFileAt(path)
    return Result.mapError(configureParts({ loaded: [loaded(three)], refused: broken }, file, defaults), (invalid) =>
      invalid.problems.map((problem) => problem.replaceAll(path, "settings.yaml"))
    )
  }).pipe(Effect.provide(nodeFiles))

const problemsOf = (...args: Parameters<typeof configure>) =>
  Effect.map(configure(...args), (result) => (Result.isFailure(result) ? result.failure : []))

describe("the parts of the loaded plugins", () => {
  it.effect("take their params and filters from the settings", () =>
    Effect.gen(function* () {
      const result = yield* configure(
        "detectors: { three-up: { params: { tolerance: 0.02 }, filters: { symbols: [A*] } } }"
      )
      const { detectors, filters, gates, params } = Result.getOrThrow(result)
      assert.deepStrictEqual(
        detectors.map(({ name }) => name),
        ["three-up", "three-down"]
      )
      assert.deepStrictEqual(params, { "three-up": { tolerance: 0.02 }, "three-down": {} })
      assert.deepStrictEqual(filters, { "three-up": { symbols: ["A*"] } })
      assert.deepStrictEqual(
        gates.map(({ id }) => id),
        ["quiet-open@1.0.0"]
      )
    })
  )

  it.effect("have the defaults of the configuration where the settings say nothing", () =>
    Effect.gen(function* () {
      const defaults = { three: { "three-up": { tolerance: 0.1 }, "three-down": { tolerance: 0.1 } }, other: {} }
      const text =
        "detectors: { three-up: { params: { limits: { most: 2 } } }, three-down: { params: { tolerance: 1 } } }"
      const { params } = Result.getOrThrow(yield* configure(text, [], defaults))
      assert.deepStrictEqual(params, {
        "three-up": { tolerance: 0.1, limits: { most: 2 } },
        "three-down": { tolerance: 1 }
      })
    })
  )

  it.effect("refuse params that do not fit, all of them, with line and path", () =>
    Effect.gen(function* () {
      const text = [
        "detectors:",
        "  three-up:",
        "    params:",
        "      tolerance: wide",
        "      limits:",
        "        most: 1.5",
        "  three-down:",
        "    params: { width: 3 }"
      ].join("\n")
      assert.deepStrictEqual(yield* problemsOf(text), [
        "settings.yaml:5: detectors.three-up.params.tolerance: Expected number",
        "settings.yaml:7: detectors.three-up.params.limits.most: Expected an integer",
        "settings.yaml:9: detectors.three-down.params.width: there is no such setting"
      ])
    })
  )

  it("that cannot do without params say so when there is no settings file", async () => {
    const file = await Effect.runPromise(settingsFileAt(undefined).pipe(Effect.provide(nodeFiles)))
    const result = configureParts({ loaded: [loaded(three)], refused: [] }, file)
    assert.strictEqual(
      Result.isFailure(result) ? result.failure.message : "",
      "gates.quiet-open.params.minutes: Missing key; set it in a settings file"
    )
  })
})

describe("settings of what is not loaded", () => {
  it.effect("are refused with the nearest name", () =>
    Effect.gen(function* () {
      const text = "plugins: { tree: {} }\ndetectors: { three-ups: {} }\nscorers: { platt: {} }\n"
      assert.deepStrictEqual(yield* problemsOf(text), [
        "settings.yaml:2: plugins.tree: no plugin of this name is loaded; did you mean three?",
        "settings.yaml:3: detectors.three-ups: no detector of this name is loaded; did you mean three-up?",
        "settings.yaml:4: scorers.platt: no scorer of this name is loaded; there is none"
      ])
    })
  )

  it.effect("are refused with all names when none is near", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* problemsOf("detectors: { head-and-shoulders: {} }"), [
        "settings.yaml:2: detectors.head-and-shoulders: no detector of this name is loaded; there are three-up, three-down"
      ])
    })
  )

  const noParts = { feeds: [], features: [], detectors: [], scorers: [], gates: [], sinks: [] }
  const broken = { name: "broken-up", version: "1.0.0", summary: "Broken", emits: ["BROKEN"] }
  const manifest: PluginManifest = {
    name: "broken",
    sdk: "^0.1.0",
    file: "/project/package.json",
    version: "1.0.0",
    parts: { ...noParts, detectors: [broken] }
  }

  it.effect("stand when a refused plugin would have brought it", () =>
    Effect.gen(function* () {
      const text = "plugins: { broken: {} }\ndetectors: { broken-up: {}, broken-upp: {} }\n"
      assert.deepStrictEqual(yield* problemsOf(text, [refused("broken", manifest)]), [
        "settings.yaml:3: detectors.broken-upp: no detector of this name is loaded; did you mean broken-up?"
      ])
    })
  )

  it.effect("stand as long as it is not known what a refused plugin would have brought", () =>
    Effect.gen(function* () {
      const text = "plugins: { broken: {} }\ndetectors: { broken-up: {} }\n"
      assert.deepStrictEqual(yield* problemsOf(text, [refused(undefined, undefined)]), [])
    })
  )
})
