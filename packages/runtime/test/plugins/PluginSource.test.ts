import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"

import { builtInNames, parsePluginSource } from "../../src/plugins/PluginSource.ts"
import { PluginFolder } from "./PluginFolder.ts"

const parse = (given: string, from = "/project") => Result.getOrThrow(parsePluginSource(given, from))

describe("the source of a plugin", () => {
  it("is a built-in plugin when it is the name of one", () => {
    assert.deepStrictEqual(parse(" classic "), { _tag: "BuiltIn", given: "classic", name: "classic" })
  })

  for (const name of ["three", "@acme/patterns", "left_pad.x"]) {
    it(`is an npm package when it is a name such as ${name}`, () => {
      assert.deepStrictEqual(parse(name), { _tag: "Package", given: name, name, from: "/project" })
    })
  }

  for (const [given, path] of [
    ["./three", "/project/three"],
    ["../three", "/three"],
    ["/opt/three", "/opt/three"],
    [".", "/project"],
    ["three.ts", "/project/three.ts"],
    ["lib/three.mjs", "/project/lib/three.mjs"],
    ["Three Up.js", "/project/Three Up.js"],
    ["three.mts", "/project/three.mts"]
  ] as const) {
    it(`is a path when it looks like one, such as ${given}`, () => {
      assert.deepStrictEqual(parse(given), { _tag: "Path", given, path })
    })
  }

  it("is a path when there is a folder of that name, unless a built-in plugin has it", () => {
    using folder = new PluginFolder({ "three/package.json": "{}", "classic/package.json": "{}" })
    assert.deepStrictEqual(parse("three", folder.path)._tag, "Path")
    assert.deepStrictEqual(parse("classic", folder.path)._tag, "BuiltIn")
  })

  for (const given of ["", "  ", "Three", "three up", "@acme", "three/up", "https://example.com/three"]) {
    it(`is nothing when it is ${JSON.stringify(given)}`, () => {
      const result = parsePluginSource(given, "/project")
      assert.strictEqual(
        Result.isFailure(result) ? result.failure.message : "",
        `plugin ${JSON.stringify(given)}: this is neither a name nor a path; expected the name of a built-in plugin ` +
          `(${builtInNames().join(", ")}), that of an npm package such as @acme/patterns, or a path such as ./mine.ts`
      )
    })
  }
})
