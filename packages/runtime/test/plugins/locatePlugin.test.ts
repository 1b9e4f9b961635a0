import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"

import { locatePlugin, NotAPluginPackage } from "../../src/plugins/locatePlugin.ts"
import { packageJson, PluginFolder } from "./PluginFolder.ts"

/** Where the plugin at a path of a folder with these files is. */
const locate = (files: Readonly<Record<string, string>>, path: string) => {
  using folder = new PluginFolder(files)
  const found = locatePlugin({ _tag: "Path", given: path, path: `${folder.path}/${path}` })
  return Result.map(found, ({ entry, folder: holder, manifest }) => ({
    entry: entry.slice(folder.path.length),
    folder: holder.slice(folder.path.length),
    name: manifest?.name,
    version: manifest?.version
  }))
}

describe("a plugin", () => {
  const described = { name: "three", version: "2.1.0" }
  const undescribed = { name: undefined, version: undefined }

  it("that is a folder begins where its package.json says", () => {
    const files = { "three/package.json": packageJson("three"), "three/index.js": "" }
    assert.deepStrictEqual(
      locate(files, "three"),
      Result.succeed({ entry: "/three/index.js", folder: "/three", ...described })
    )
  })

  it("that is a file has the manifest of the package that begins in it, however deep it lies", () => {
    const files = {
      "three/package.json": packageJson("three").replace("./index.js", "./dist/esm/index.js"),
      "three/dist/esm/package.json": '{ "type": "module" }',
      "three/dist/esm/index.js": ""
    }
    assert.deepStrictEqual(
      locate(files, "three/dist/esm/index.js"),
      Result.succeed({ entry: "/three/dist/esm/index.js", folder: "/three", ...described })
    )
  })

  it("that is another file of a package has no manifest", () => {
    const files = { "three/package.json": packageJson("three"), "three/index.js": "", "three/lib/other.ts": "" }
    assert.deepStrictEqual(
      locate(files, "three/lib/other.ts"),
      Result.succeed({ entry: "/three/lib/other.ts", folder: "/three/lib", ...undescribed })
    )
  })

  it("that is a file of its own has no manifest", () => {
    assert.deepStrictEqual(
      locate({ "three.ts": "" }, "three.ts"),
      Result.succeed({ entry: "/three.ts", folder: "", ...undescribed })
    )
  })

  it("that has not been built is no plugin yet", () => {
    const result = locate({ "three/package.json": packageJson("three") }, "three")
    assert.instanceOf(Result.isFailure(result) ? result.failure : undefined, NotAPluginPackage)
  })
})
