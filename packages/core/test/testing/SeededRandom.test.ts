import { assert, describe, it } from "@effect/vitest"

import { SeededRandom } from "../../src/testing/scenarios/SeededRandom.ts"
import { whole } from "../support/arbitraries.ts"

const seed = whole(-2_147_483_648, 2_147_483_647)

const draws = (random: SeededRandom, count: number): ReadonlyArray<number> =>
  Array.from({ length: count }, () => random.next())

describe("SeededRandom", () => {
  it("draws these numbers for ever", () => {
    const random = new SeededRandom(7)
    assert.deepStrictEqual(
      [random.whole(1, 6), random.whole(1, 6), random.whole(1, 6), random.whole(1, 1_000_000)],
      [4, 2, 6, 71_450]
    )
  })

  it("draws as often from each tenth of the range", () => {
    const drawn = draws(new SeededRandom(42), 10_000)
    for (let tenth = 0; tenth < 10; tenth++) {
      const within = drawn.filter((draw) => draw >= tenth / 10 && draw < (tenth + 1) / 10)
      assert.approximately(within.length, 1_000, 120)
    }
  })

  it.prop("draws other numbers from another seed", [seed], ([seed]) => {
    assert.notDeepEqual(draws(new SeededRandom(seed), 4), draws(new SeededRandom(seed + 1), 4))
  })

  it.prop("draws from 0 up to but not 1, and about half on average", [seed], ([seed]) => {
    const drawn = draws(new SeededRandom(seed), 500)
    assert.isTrue(drawn.every((draw) => draw >= 0 && draw < 1))
    assert.approximately(drawn.reduce((sum, draw) => sum + draw, 0) / drawn.length, 0.5, 0.09)
  })

  it.prop("draws whole numbers with both ends", [seed], ([seed]) => {
    const random = new SeededRandom(seed)
    const thrown = new Set(Array.from({ length: 300 }, () => random.whole(-1, 2)))
    assert.deepStrictEqual(
      [...thrown].toSorted((one, other) => one - other),
      [-1, 0, 1, 2]
    )
  })

  it.prop("draws normal numbers around 0 with a spread of 1", [seed], ([seed]) => {
    const random = new SeededRandom(seed)
    const drawn = Array.from({ length: 1_000 }, () => random.normal())
    const mean = drawn.reduce((sum, draw) => sum + draw, 0) / drawn.length
    const variance = drawn.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / drawn.length
    assert.approximately(mean, 0, 0.2)
    assert.approximately(variance, 1, 0.3)
  })

  it("gives parts numbers of their own, whatever else was drawn from them", () => {
    const random = new SeededRandom(7)
    const [one, other] = [random.forPart(1), random.forPart(2)]
    const before = draws(one, 4)
    draws(other, 100)
    assert.deepStrictEqual(draws(new SeededRandom(7).forPart(1), 4), before)
    assert.notDeepEqual(draws(new SeededRandom(7).forPart(2), 4), before)
  })

  it("shuffles without losing or repeating an item", () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8] as const
    const shuffled = new SeededRandom(7).shuffled(items)
    assert.notDeepEqual(shuffled, [...items])
    assert.sameMembers(shuffled, [...items])
  })
})
