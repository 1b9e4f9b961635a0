import { assert, describe, it } from "@effect/vitest"

import { rsi } from "../../src/toolbox/index.ts"
import { shownAfterEach } from "./support/following.ts"
import { closingAt } from "./support/markets.ts"

const newest = (...closes: ReadonlyArray<number>): number =>
  shownAfterEach(rsi(3), closingAt(...closes), ({ value }) => value).at(-1) ?? Number.NaN

describe("rsi", () => {
  it("is 100 when there were gains only, 0 when there were losses only, 50 when they are equal", () => {
    assert.strictEqual(newest(10, 11, 12, 13), 100)
    assert.strictEqual(newest(13, 12, 11, 10), 0)
    assert.strictEqual(newest(10, 11, 12, 10), 50)
  })

  it("is 0 when nothing moved, and becomes 0 when nothing has moved for long", () => {
    assert.strictEqual(newest(10, 10, 10, 10), 0)
    const still = Array.from({ length: 100 }, () => 12)
    assert.strictEqual(newest(10, 11, 10, 12, ...still), 0)
    assert.isAbove(newest(10, 11, 10, 12, ...still.slice(0, 20)), 50)
  })
})
