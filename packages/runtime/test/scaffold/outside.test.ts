import { symlink } from "node:fs/promises"
import { join } from "node:path"

import { assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"

import { loadPlugins } from "../../src/plugins/loadPlugins.ts"
import { pluginKinds, pluginTemplates } from "../../src/scaffold/pluginKinds.ts"
import { installOutside, type Outside, run } from "../support/packedPackages.ts"

const limit = 90_000

describe("a package made by mjolnir plugin new, outside the repository", { timeout: limit }, () => {
  let outside: Outside
  const folderOf = (name: string) => join(outside.folder, name)
  const npm = (script: string, name: string) => run("npm", ["run", "--silent", script], folderOf(name))

  beforeAll(async () => {
    outside = await installOutside()
    return () => outside[Symbol.asyncDispose]()
  }, limit)

  for (const kind of pluginKinds) {
    it(`type-checks, passes its tests and can be loaded as a ${kind}`, async () => {
      const name = `my-${kind}`
      const mjolnir = join(outside.folder, "node_modules", ".bin", "mjolnir")
      await run(mjolnir, ["plugin", "new", name, "--kind", kind], outside.folder)
      await npm("typecheck", name)
      assert.match(await npm("test", name), /Tests .*passed/)
      await npm("build", name)
      const { loaded, refused } = await Effect.runPromise(loadPlugins([folderOf(name)]))
      assert.deepStrictEqual(refused, [])
      // What it says of its parts before its code is run is what its code says.
      const field = pluginTemplates[kind].parts
      const described = loaded[0]?.manifest?.parts?.[field][0]
      assert.deepInclude(loaded[0]?.parts[field][0], { ...described })
    })
  }

  it("is run by path and by the name of its package, by a host with other copies of the SDK and of Effect", async () => {
    const candles = join(folderOf("my-detector"), "test", "candles.csv")
    const detect = (plugin: string) =>
      run(process.execPath, [outside.host, "detect", candles, "--format", "jsonl", "--plugin", plugin], outside.folder)
    const found = await detect("./my-detector")
    assert.include(found, '"detector":"my-detector@0.1.0"')
    await symlink(folderOf("my-detector"), join(outside.folder, "node_modules", "my-detector"))
    assert.strictEqual(await detect("my-detector"), found)
  })
})
