import { assert, describe, it } from "@effect/vitest"

import { examplePath, upsideDown } from "../../src/patternExamples/examplePath.ts"

describe("an example path", () => {
  it("has a candle for each step, which opens where the one before closed", () => {
    assert.deepStrictEqual(
      examplePath(
        [
          [0, 10],
          [2, 11],
          [3, 10.5]
        ],
        0.1
      ),
      [
        [10, 10.1, 9.9, 10],
        [10, 10.6, 9.9, 10.5],
        [10.5, 11.1, 10.4, 11],
        [11, 11.1, 10.4, 10.5]
      ]
    )
  })

  it("has prices of whole cents", () => {
    const prices = examplePath([
      [0, 10],
      [3, 11]
    ]).flat()
    assert.deepStrictEqual(
      prices.map((price) => Number(price?.toFixed(2))),
      prices
    )
  })

  it("is turned upside down about half of a sum", () => {
    assert.deepStrictEqual(upsideDown([[10, 12, 9, 11]], 30), [[20, 21, 18, 19]])
  })
})
