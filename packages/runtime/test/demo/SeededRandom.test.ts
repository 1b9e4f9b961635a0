import { assert, describe, it } from "@effect/vitest"

import { SeededRandom } from "../../src/demo/SeededRandom.ts"

describe("seeded randomness", () => {
  it("is spread evenly", () => {
    const random = new SeededRandom(42)
    const draws = Array.from({ length: 10_000 }, () => random.next())
    for (let tenth = 0; tenth < 10; tenth++) {
      const within = draws.filter((draw) => draw >= tenth / 10 && draw < (tenth + 1) / 10)
      assert.approximately(within.length, 1_000, 120)
    }
  })

  it("stays the same for ever", () => {
    const random = new SeededRandom(1)
    assert.deepStrictEqual([random.whole(1, 1_000), random.whole(1, 1_000), random.whole(1, 1_000)], [815, 299, 114])
  })
})
