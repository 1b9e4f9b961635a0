import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"

import { pluginName } from "../../src/scaffold/PluginName.ts"

const problemOf = (name: string): string =>
  Result.match(pluginName(name), { onFailure: ({ message }) => message, onSuccess: () => "none" })

describe("the name of a new plugin", () => {
  it("is written as a file, as a value and as a constant", () => {
    assert.deepStrictEqual(Result.getOrThrow(pluginName("three-white-soldiers")), {
      kebab: "three-white-soldiers",
      identifier: "threeWhiteSoldiers",
      constant: "THREE_WHITE_SOLDIERS",
      snake: "three_white_soldiers"
    })
  })

  it("may hold digits, but not begin with one", () => {
    assert.strictEqual(Result.getOrThrow(pluginName("ma-2-cross")).identifier, "ma2Cross")
    assert.include(problemOf("2-cross"), '"2-cross" cannot be the name of a plugin')
  })

  it("is lower-case words joined by hyphens, and the message says so", () => {
    for (const name of ["", "ThreeUp", "three_up", "three--up", "-up", "up-", "@acme/up", "../up", "up\n"]) {
      assert.include(problemOf(name), "expected lower-case words joined by hyphens, such as three-up", name)
    }
  })

  it("is not longer than npm lets a name be", () => {
    assert.strictEqual(problemOf("a".repeat(214)), "none")
    assert.include(problemOf("a".repeat(215)), "cannot be the name of a plugin")
  })

  it("is not that of something that every plugin has", () => {
    assert.strictEqual(
      problemOf("effect"),
      '"effect" is the name of something that every plugin has; expected another name, such as my-effect'
    )
    assert.include(problemOf("index"), "my-index")
  })
})
