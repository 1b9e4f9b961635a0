import { layer as nodeFiles } from "@effect/platform-node/NodeFileSystem"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"

import { serviceFromConfig } from "../../src/live/serviceFromConfig.ts"
import { PluginFolder } from "../plugins/PluginFolder.ts"
import { type Environment, layerConfigOf } from "../support/config.ts"
import { recordedLog } from "../support/logs.ts"

const serviceOf = (environment: Environment) =>
  Effect.provide(serviceFromConfig, Layer.merge(layerConfigOf(environment), nodeFiles))

/** The tolerance of each detector that has one. */
const tolerancesIn = ({ plan }: Effect.Success<typeof serviceFromConfig>) =>
  Object.fromEntries(
    plan.detectors.flatMap(({ canonicalParams, name }) => {
      const { tolerance } = JSON.parse(canonicalParams)
      return tolerance === undefined ? [] : [[name, tolerance]]
    })
  )

describe("the service of the configuration", () => {
  it.effect("gives PATTERN_TOLERANCE to the detectors that compare prices, unless the settings say otherwise", () =>
    Effect.gen(function* () {
      using folder = new PluginFolder({ "settings.yaml": "detectors: { double-top: { params: { tolerance: 0.5 } } }" })
      const tolerances = { "flat-top-breakout": 0.03, "double-top": 0.03, "double-bottom": 0.03 }
      assert.deepInclude(tolerancesIn(yield* serviceOf({ PATTERN_TOLERANCE: "0.03" })), tolerances)
      const environment = { PATTERN_TOLERANCE: "0.03", SETTINGS_FILE: `${folder.path}/settings.yaml` }
      assert.deepInclude(tolerancesIn(yield* serviceOf(environment)), { ...tolerances, "double-top": 0.5 })
    })
  )

  it.effect("goes on without a plugin that is not there, and says so", () => {
    const log = recordedLog()
    return Effect.gen(function* () {
      const { plan, reports } = yield* serviceOf({ PLUGINS: "./nowhere.ts,classic" })
      assert.strictEqual(plan.detectors.length, 7)
      assert.deepStrictEqual(
        reports.map(({ name, state }) => [name, state]),
        [
          ["classic", "running"],
          ["./nowhere.ts", "refused"]
        ]
      )
      assert.match(JSON.stringify(log.lines), /Goes on without the plugin \.\/nowhere\.ts: there is no file or folder/)
    }).pipe(Effect.provide(log.layer))
  })

  it.effect("is there without any plugin", () =>
    Effect.gen(function* () {
      const { plan } = yield* serviceOf({ PLUGINS: "./nowhere.ts" })
      assert.deepStrictEqual(plan.detectors, [])
    })
  )

  it.effect("goes on without a plugin whose own defaults do not fit, for nobody who runs it can mend that", () =>
    Effect.gen(function* () {
      using folder = new PluginFolder({
        "bad.ts": [
          'import { defineDetector, definePlugin, noMatch } from "@mjolnir/core"',
          'import { Schema } from "effect"',
          'const clock = defineDetector({ name: "clock", version: "1.0.0", summary: "Bad", emits: ["BAD"],',
          "  params: Schema.Struct({}), history: -3, detect: () => noMatch })",
          'export default definePlugin({ name: "bad", version: "1.0.0", sdk: "*", summary: "Bad", detectors: [clock] })'
        ].join("\n")
      })
      const { plan, reports } = yield* serviceOf({ PLUGINS: `classic,${folder.path}/bad.ts` })
      assert.lengthOf(plan.detectors, 7)
      assert.match(
        reports.at(-1)?.problem ?? "",
        /without any setting it does not run: clock: history is -3; expected a whole number.*give every param a default/
      )
    })
  )

  it.effect("fails when a setting does not fit", () =>
    Effect.gen(function* () {
      using folder = new PluginFolder({ "settings.json": '{ "detectors": { "double-tops": {} } }' })
      const path = `${folder.path}/settings.json`
      const { message } = yield* Effect.flip(serviceOf({ SETTINGS_FILE: path }))
      assert.strictEqual(
        message,
        `${path}:1: detectors.double-tops: no detector of this name is loaded; did you mean double-top?`
      )
    })
  )
})
