import { assert, describe, it } from "@effect/vitest"
import { Option } from "effect"

import { detailedFormat } from "../../src/commands/detailedFormat.ts"

describe("the format of detections", () => {
  it("is JSON lines when details are asked for and no format is, also on a terminal", () => {
    assert.deepStrictEqual(detailedFormat({ details: true, format: Option.none() }), Option.some("jsonl"))
  })

  it("is the one that is asked for", () => {
    assert.deepStrictEqual(detailedFormat({ details: true, format: Option.some("csv") }), Option.some("csv"))
  })

  it("is left to the terminal without details", () => {
    assert.deepStrictEqual(detailedFormat({ details: false, format: Option.none() }), Option.none())
  })
})
