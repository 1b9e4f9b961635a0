import { assert, describe, it } from "@effect/vitest"

import { hasAtLeast } from "../../src/testing/hasAtLeast.ts"

describe("hasAtLeast", () => {
  const actual = { type: "publish", data: { symbol: "AAPL", prices: [1, 2] } }

  it("is content with some of the fields, inner ones too", () => {
    assert.isTrue(hasAtLeast(actual, {}))
    assert.isTrue(hasAtLeast(actual, { data: { symbol: "AAPL" } }))
    assert.isTrue(hasAtLeast(actual, { data: { prices: [1, 2] } }))
  })

  it("wants every field that is expected, arrays as a whole", () => {
    assert.isFalse(hasAtLeast(actual, { data: { symbol: "MSFT" } }))
    assert.isFalse(hasAtLeast(actual, { data: { prices: [1] } }))
    assert.isFalse(hasAtLeast(actual, { topic: undefined }))
    assert.isFalse(hasAtLeast("publish", { type: "publish" }))
  })
})
