import { join } from "node:path"

import { assert, describe, it } from "@effect/vitest"

import { packageEntry } from "../../src/plugins/packageEntry.ts"
import { PluginFolder } from "./PluginFolder.ts"

/** The entry of a package with `a.js` and `index.js`, from its folder. */
const entryOf = (fields: { readonly exports?: unknown; readonly main?: string }): string | undefined => {
  using folder = new PluginFolder({ "a.js": "", "index.js": "" })
  const entry = packageEntry({ folder: folder.path, exports: fields.exports, main: fields.main, manifest: undefined })
  return entry === undefined ? undefined : entry.slice(join(folder.path, "/").length)
}

describe("the code of a package", () => {
  for (const [what, exports] of [
    ["a path", "./a.js"],
    ["a path for the package itself", { ".": "./a.js", "./b": "./b.js" }],
    ["conditions", { types: "./a.d.ts", import: "./a.js", default: "./b.js" }],
    ["nested conditions", { ".": { browser: "./b.js", node: { require: "./b.cjs", default: "./a.js" } } }],
    ["alternatives", { ".": [{ browser: "./b.js" }, "./a.js"] }]
  ] as const) {
    it(`begins where exports says with ${what}`, () => assert.strictEqual(entryOf({ exports, main: "b.js" }), "a.js"))
  }

  it("begins where main says when there are no exports", () => assert.strictEqual(entryOf({ main: "a" }), "a.js"))

  it("begins in index.js when nothing says where", () => assert.strictEqual(entryOf({}), "index.js"))

  it("is not there when exports does not give out the package itself", () =>
    assert.isUndefined(entryOf({ exports: { "./b": "./a.js" }, main: "a.js" })))

  it("is not there when it has not been built", () => assert.isUndefined(entryOf({ exports: "./dist/index.js" })))
})
