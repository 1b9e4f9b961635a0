import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"

import { layer as nodeServices } from "@effect/platform-node/NodeServices"
import { assert, describe, it, layer } from "@effect/vitest"
import { sdkVersion } from "@mjolnir/core"
import { Effect, FileSystem, Result } from "effect"

import { readManifest } from "../../src/plugins/readManifest.ts"
import { toolVersions } from "../../src/scaffold/packageManifest.ts"
import { pluginFiles } from "../../src/scaffold/pluginFiles.ts"
import { type PluginKind, pluginKinds, pluginTemplates } from "../../src/scaffold/pluginKinds.ts"
import { formsOf } from "../../src/scaffold/PluginName.ts"
import { root } from "../support/packedPackages.ts"

const filesOf = Effect.fnUntraced(function* (kind: PluginKind, name: string) {
  const files = yield* pluginFiles(kind, formsOf(name))
  return new Map(files.map(({ path, text }) => [path, text]))
})

layer(nodeServices)("the files of a new plugin", (it) => {
  it.effect("are those that a package needs", () =>
    Effect.gen(function* () {
      assert.sameMembers(
        [...(yield* filesOf("detector", "golden-cross")).keys()],
        [
          ".github/workflows/test.yml",
          ".gitignore",
          "README.md",
          "package.json",
          "src/golden-cross.ts",
          "src/index.ts",
          "test/candles.csv",
          "test/golden-cross.test.ts",
          "tsconfig.build.json",
          "tsconfig.json"
        ]
      )
    })
  )

  for (const kind of pluginKinds) {
    it.effect(`hold nothing of the names in the template of a ${kind}`, () =>
      Effect.gen(function* () {
        const files = yield* filesOf(kind, "golden-cross")
        assert.include([...files.keys()], `src/golden-cross.ts`)
        const { constant, identifier, kebab } = formsOf(pluginTemplates[kind].sample)
        for (const [path, text] of files) {
          for (const form of [constant, identifier, kebab]) assert.notInclude(`${path}\n${text}`, form, path)
        }
      })
    )

    it.effect(`say in package.json of a ${kind} what its code says`, () =>
      Effect.gen(function* () {
        const folder = yield* FileSystem.FileSystem.use((files) => files.makeTempDirectoryScoped())
        const files = yield* filesOf(kind, "golden-cross")
        yield* Effect.promise(() => writeFile(join(folder, "package.json"), files.get("package.json") ?? ""))
        const { manifest } = Result.getOrThrow(readManifest("golden-cross", join(folder, "package.json")))
        assert.include(files.get("src/index.ts"), `sdk: "${manifest?.sdk}"`)
        assert.strictEqual(manifest?.sdk, `^${sdkVersion}`)
        assert.include(files.get("src/index.ts"), `summary: "${manifest?.summary}"`)
        const [part] = manifest?.parts?.[pluginTemplates[kind].parts] ?? []
        assert.include(files.get("src/golden-cross.ts"), `version: "${part?.version}",\n`)
        assert.include(files.get("src/golden-cross.ts"), `summary: "${part?.summary}"`)
      })
    )
  }

  it.effect("can have a name that holds the one in the template", () =>
    Effect.gen(function* () {
      const files = yield* filesOf("detector", "not-three-up")
      assert.include(files.get("src/not-three-up.ts"), "export const notThreeUp = defineDetector({")
      assert.include(files.get("src/not-three-up.ts"), 'emits: ["NOT_THREE_UP"]')
    })
  )

  it.effect("export a value that is no word of the language or of the template", () =>
    Effect.gen(function* () {
      assert.include((yield* filesOf("gate", "class")).get("src/class.ts"), "export const classGate = ")
      assert.include((yield* filesOf("detector", "no-match")).get("src/no-match.ts"), "export const noMatchDetector = ")
    })
  )
})

describe("the tools of a new plugin", () => {
  it("are those with which this repository is tested", async () => {
    const { devDependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"))
    for (const [name, version] of Object.entries(toolVersions)) assert.strictEqual(version, devDependencies[name], name)
  })
})
