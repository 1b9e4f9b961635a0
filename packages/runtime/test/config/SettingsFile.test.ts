import { layer as nodeFiles } from "@effect/platform-node/NodeFileSystem"
import { assert, describe, it } from "@effect/vitest"
import { Effect, FileSystem } from "effect"

import { settingsFileAt } from "../../src/config/SettingsFile.ts"

/** Reads settings of this text, from a file whose folder is left out of the messages. */
const settingsOf = (text: string, name = "settings.yaml") =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const folder = yield* files.makeTempDirectoryScoped()
    yield* files.writeFileString(`${folder}/${name}`, text)
    return yield* settingsFileAt(`${folder}/${name}`).pipe(
      Effect.mapError(({ problems }) => problems.map((problem) => problem.replaceAll(`${folder}/`, "")))
    )
  }).pipe(Effect.provide(nodeFiles))

const whole = `
plugins:
  three: { isolation: worker }
detectors:
  double-top:
    params: { tolerance: 0.02 }
    filters: { symbols: ["A*"], sessions: [regular], minimumVolume: 1000 }
gates:
  quiet-open: { params: { minutes: 5 } }
`

const nothing = { plugins: {}, detectors: {}, gates: {}, scorers: {}, sinks: {}, feeds: {} }

describe("a settings file", () => {
  const settings = {
    ...nothing,
    plugins: { three: { isolation: "worker" } },
    detectors: {
      "double-top": {
        params: { tolerance: 0.02 },
        filters: { symbols: ["A*"], sessions: ["regular"], minimumVolume: 1000 }
      }
    },
    gates: { "quiet-open": { params: { minutes: 5 } } }
  }

  it.effect("can be YAML", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual((yield* settingsOf(whole)).settings, settings as never)
    })
  )

  it.effect("can be JSON", () =>
    Effect.gen(function* () {
      const { plugins, detectors, gates } = settings
      const text = JSON.stringify({ plugins, detectors, gates }, undefined, 2)
      assert.deepStrictEqual((yield* settingsOf(text, "settings.json")).settings, settings as never)
    })
  )

  for (const [what, text] of [
    ["empty", ""],
    ["comments alone", "# nothing yet\n"]
  ] as const) {
    it.effect(`that is ${what} sets nothing`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual((yield* settingsOf(text)).settings, nothing)
      })
    )
  }

  it.effect("that is not given sets nothing", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual((yield* settingsFileAt(undefined)).settings, nothing)
    }).pipe(Effect.provide(nodeFiles))
  )

  it.effect("that is not there is a failure that names it", () =>
    Effect.gen(function* () {
      const { message } = yield* Effect.flip(settingsFileAt("/no/settings.yaml"))
      assert.strictEqual(message, "/no/settings.yaml: there is no such settings file")
    }).pipe(Effect.provide(nodeFiles))
  )

  for (const [what, text, problems] of [
    [
      "a section that there is not",
      "detectors: {}\ndetektors: {}\n",
      ["settings.yaml:2: detektors: there is no such setting"]
    ],
    [
      "a wrong isolation",
      "plugins:\n  three:\n    isolation: process\n",
      ['settings.yaml:3: plugins.three.isolation: Expected "inline" | "worker"']
    ],
    [
      "wrong filters, all of them",
      "detectors:\n  double-top:\n    filters:\n      minimumVolume: -1\n      sessions:\n        - regular\n        - lunch\n",
      [
        'settings.yaml:7: detectors.double-top.filters.sessions.1: Expected "pre" | "regular" | "post" | "closed"',
        "settings.yaml:4: detectors.double-top.filters.minimumVolume: Expected a value greater than or equal to 0"
      ]
    ],
    ["no mapping", "- a\n- b\n", ["settings.yaml: Expected object"]],
    [
      "a key that stands twice",
      "plugins:\n  a: {}\n  a: {}\n",
      ["settings.yaml:3: Map keys must be unique; expected YAML or JSON"]
    ],
    [
      "what is no YAML",
      "plugins:\n  a: [1\n",
      [
        "settings.yaml:3: Flow sequence in block collection must be sufficiently indented and end with a ]; expected YAML or JSON"
      ]
    ]
  ] as const) {
    it.effect(`with ${what} is refused with line and path`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* Effect.flip(settingsOf(text)), [...problems])
      })
    )
  }
})
