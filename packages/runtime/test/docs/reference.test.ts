import { readFileSync } from "node:fs"

import { assert, describe, it } from "@effect/vitest"
import * as core from "@mjolnir/core"
import * as calendar from "@mjolnir/core/calendar"
import * as testing from "@mjolnir/core/testing"
import * as toolbox from "@mjolnir/core/toolbox"

import { SourceModule } from "../../scripts/SourceModule.ts"
import { root } from "./documentBlocks.ts"

const reference = readFileSync(new URL("docs/plugins/reference.md", root), "utf8")

describe("the reference of the contract", () => {
  for (const [entry, module] of Object.entries({ core, toolbox, testing, calendar })) {
    it(`has every value that ${entry} exports`, () => {
      const missing = Object.keys(module).filter((name) => !reference.includes(`</a>${name}\n`))
      assert.deepStrictEqual(missing, [])
    })
  }

  it("shows an interface with the comments of its members", () => {
    assert.include(reference, "  /** Every pattern `detect` may return. */\n  readonly emits: ReadonlyArray<Pattern>\n")
  })

  it("shows a function without its body", () => {
    assert.include(reference, "const legRatio = (start: number, turn: number, end: number): number\n```")
  })
})

describe("a module of the sources", () => {
  const module = SourceModule.at(new URL("packages/core/src/testing/scenarios/SeededRandom.ts", root))

  it("tells of a class what can be used of it", () => {
    const { comment = "", text = "" } = module.declared("SeededRandom") ?? {}
    assert.include(comment, "Chance that can be repeated")
    assert.include(text, "  /** 0 ≤ x < 1. */\n  next(): number\n")
    assert.notInclude(text, "#state")
  })

  it("knows nothing of what it does not declare", () => {
    assert.isUndefined(module.declared("Candle"))
  })
})
