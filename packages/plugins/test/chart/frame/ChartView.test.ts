import { assert, describe, it } from "@effect/vitest"

import { breaksOut } from "../../../src/chart/frame/breakout.ts"
import { ChartView } from "../../../src/chart/frame/ChartView.ts"
import { TurnTable } from "../../../src/chart/turns/TurnTable.ts"
import { windowOf } from "./windowOf.ts"

/** Turns, the newest first, with the age of the candle by which each was known. */
const turnsAt = (
  ...turns: ReadonlyArray<readonly [kind: "high" | "low", price: number, age: number, known: number]>
): TurnTable => {
  const table = new TurnTable(turns.length)
  table.count = turns.length
  table.knownAfter = (turns[0]?.[2] ?? 0) - (turns[0]?.[3] ?? 0)
  for (const [place, [kind, price, age]] of turns.entries()) {
    table.tops[place] = kind === "high" ? 1 : 0
    table.prices[place] = price
    table.ages[place] = age
  }
  return table
}

const viewOf = (closes: ReadonlyArray<number>, pivots: TurnTable, side: 1 | -1 = 1): ChartView => {
  const view = new ChartView()
  view.look(windowOf(closes), pivots, side)
  return view
}

describe("a chart view", () => {
  const pivots = turnsAt(["high", 14, 3, 1], ["low", 7, 6, 4])

  it("shows prices and turns as they are, or upside down", () => {
    const upright = viewOf([10, 12], pivots)
    assert.deepStrictEqual([upright.close(0), upright.high(0), upright.low(0)], [12, 13, 11])
    assert.deepStrictEqual([upright.isTop(0), upright.turnPrice(0), upright.turnAge(0)], [true, 14, 3])
    const mirrored = viewOf([10, 12], pivots, -1)
    assert.deepStrictEqual([mirrored.close(0), mirrored.high(0), mirrored.low(0)], [-12, -11, -13])
    assert.deepStrictEqual([mirrored.isTop(0), mirrored.isTop(1), mirrored.turnPrice(1)], [false, true, -7])
  })

  it("reads NaN, and no top, where there is no turn", () => {
    const view = viewOf([10, 12], pivots)
    assert.isNaN(view.turnPrice(2))
    assert.isNaN(view.turnAge(2))
    assert.isFalse(view.isTop(2))
    assert.isNaN(viewOf([10, 12], turnsAt()).knownAge)
  })
})

describe("a breakout", () => {
  // The newest turn is known since the candle of age 2.
  const pivots = turnsAt(["high", 14, 4, 2])

  for (const [what, closes, slope, expected] of [
    ["the first close below the level", [12, 11, 11, 11, 9], 0, true],
    ["no close at the level", [12, 11, 11, 11, 10], 0, false],
    ["no second one since the turn is known", [12, 11, 9, 11, 9], 0, false],
    ["the first one that counts when the turn was not known before", [12, 9, 11, 11, 9], 0, true],
    ["measured at each candle on a line that rises", [12, 11, 9, 9.5, 9.9], 0.4, false],
    ["measured at each candle on a line that falls", [12, 12, 11, 10.6, 9.9], -0.5, true]
  ] as const) {
    it(`down is ${what}`, () => {
      assert.strictEqual(breaksOut(viewOf(closes, pivots), -1, 10, slope), expected)
    })
  }

  it("up is the same upside down", () => {
    const low = turnsAt(["low", 6, 4, 2])
    assert.isTrue(breaksOut(viewOf([8, 9, 9, 9, 11], low), 1, 10, 0))
    assert.isFalse(breaksOut(viewOf([8, 9, 11, 9, 11], low), 1, 10, 0))
  })

  it("is none without a turn", () => {
    assert.isFalse(breaksOut(viewOf([12, 11, 9], turnsAt()), -1, 10, 0))
  })
})
