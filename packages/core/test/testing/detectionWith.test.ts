import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { Detection } from "../../src/domain/Detection.ts"
import { detectionWith } from "../../src/testing/detectionWith.ts"
import { hasAtLeast } from "../../src/testing/hasAtLeast.ts"

describe("detectionWith", () => {
  it("is a valid detection", () => {
    assert.isTrue(Schema.is(Detection)(detectionWith()))
  })

  it("has the fields that it is told to have", () => {
    const fields = { symbol: "AAPL", time: 60_000, anchors: [0, 60_000], confidence: 0.1 }
    assert.isTrue(hasAtLeast(detectionWith(fields), fields))
  })

  it("refuses a symbol that is none", () => {
    assert.throws(() => detectionWith({ symbol: "not one" }))
  })
})
