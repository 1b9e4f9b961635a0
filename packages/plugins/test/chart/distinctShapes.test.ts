import { assert, describe, it } from "@effect/vitest"
import { minuteWalk } from "@mjolnir/core/testing"

import chart from "../../src/chart/index.ts"
import { findsOf } from "./chartMarket.ts"

describe("a shape is found once:", () => {
  const walk = minuteWalk(21, 30_000)
  for (const detector of chart.detectors) {
    it(`no two finds of ${detector.name} have the same corners`, () => {
      const corners = findsOf(detector, walk).map(([candle, { anchors, pattern }]) =>
        [pattern, ...anchors.slice(0, -1).map((age) => candle - age)].join(" ")
      )
      assert.isAbove(corners.length, 5)
      assert.strictEqual(new Set(corners).size, corners.length)
    })
  }
})
