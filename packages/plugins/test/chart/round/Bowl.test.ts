import { assert, describe, it } from "@effect/vitest"

import { ChartView } from "../../../src/chart/frame/ChartView.ts"
import { bowlOf } from "../../../src/chart/round/Bowl.ts"
import { TurnTable } from "../../../src/chart/turns/TurnTable.ts"
import { windowOf } from "../frame/windowOf.ts"

const bowlOfCloses = (closes: ReadonlyArray<number>) => {
  const view = new ChartView()
  view.look(windowOf(closes), new TurnTable(0), 1)
  return bowlOf(view, closes.length - 1, 0)
}

const candles = Array.from({ length: 21 }, (_, index) => index)

describe("the bowl of some closes", () => {
  it("has the bend and the middle of the parabola that they follow", () => {
    const bowl = bowlOfCloses(candles.map((x) => 50 + 0.25 * (x - 8) ** 2))
    assert.approximately(bowl?.bend ?? Number.NaN, 0.25, 1e-12)
    assert.approximately(bowl?.middle ?? Number.NaN, 8 / 20, 1e-12)
    assert.approximately(bowl?.rSquared ?? Number.NaN, 1, 1e-12)
  })

  it("spends half of its time in the lower half when it is a V, and more when it is round", () => {
    assert.approximately(bowlOfCloses(candles.map((x) => Math.abs(x - 10)))?.lowShare ?? Number.NaN, 0.5, 0.08)
    assert.isAbove(bowlOfCloses(candles.map((x) => (x - 10) ** 2))?.lowShare ?? Number.NaN, 0.7)
  })

  it("is open to the bottom when its bend is below 0", () => {
    assert.isBelow(bowlOfCloses(candles.map((x) => 500 - (x - 10) ** 2))?.bend ?? Number.NaN, 0)
  })

  it("is none of fewer than four closes, nor of closes that are all the same", () => {
    assert.isUndefined(bowlOfCloses([3, 1, 2]))
    assert.isUndefined(bowlOfCloses([2, 2, 2, 2, 2]))
  })
})
