import { assert, describe, it } from "@effect/vitest"
import { matchesOf } from "@mjolnir/core/testing"

import { bearFlag } from "../../src/classic/bearFlag.ts"
import { type Bar, candlesOf, matchesAtEnd } from "./bars.ts"

const pole: ReadonlyArray<Bar> = [
  [19.9, 20, 19.5, 19.6, 300],
  [19.6, 19.6, 19, 19.1, 300],
  [19.1, 19.1, 18.5, 18.6, 300],
  [18.6, 18.6, 18, 18.1, 300],
  [18.1, 18.1, 17, 17.2, 300]
]
const flag: ReadonlyArray<Bar> = [
  [17.7, 18, 17.6, 17.9],
  [17.9, 18.2, 17.8, 18.1],
  [18.1, 18.3, 18, 18.1],
  [18.1, 18.2, 17.9, 18],
  [18, 18.1, 17.8, 17.9]
]

describe("a bear flag", () => {
  it("is a steep fall of five candles and a narrow recovery of five", () => {
    const decline = (20 - 17) / 20
    const retrace = (18.3 - 17) / (20 - 17)
    const range = (18.3 - 17.6) / 17.6
    assert.deepStrictEqual(matchesAtEnd(bearFlag, [...pole, ...flag]), [
      {
        pattern: "BEAR_FLAG",
        direction: "bearish",
        confidence: Math.min(1, 0.6 + 0.2 + 0.15 + 0.05 + 0.1),
        trigger: 0,
        price: 17.9,
        anchors: [9, 5, 0],
        metadata: {
          candles_involved: 10,
          flagpole_decline: decline,
          retrace_ratio: retrace,
          flag_range: range,
          flag_high: 18.3,
          flag_low: 17.6,
          flagpole_start: 20,
          flagpole_end: 17,
          breakdown_target: 17.6,
          setup_type: "pre_breakdown"
        }
      }
    ])
  })

  it("is reported by the candle that completes it and by no later one", () => {
    const found = matchesOf(bearFlag, candlesOf([...pole, ...flag, [17.9, 19.5, 17.8, 19.4], [19.4, 19.5, 19, 19.1]]))
    assert.deepStrictEqual(
      found.map((matches) => matches.length),
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]
    )
  })

  it("is not there when the fall is less than 8 %", () => {
    const gentle = [[18.3, 18.4, 18.2, 18.3, 300] as const, ...pole.slice(1)]
    assert.deepStrictEqual(matchesAtEnd(bearFlag, [...gentle, ...flag]), [])
    assert.lengthOf(matchesAtEnd(bearFlag, [...gentle, ...flag], { minimumDecline: 0.05, maximumRetrace: 1 }), 1)
  })

  it("is not there when the flag wins back too much or too little", () => {
    const shifted = (by: number): ReadonlyArray<Bar> =>
      flag.map(([open, high, low, close]) => [open + by, high + by, low + by, close + by])
    assert.deepStrictEqual(matchesAtEnd(bearFlag, [...pole, ...shifted(0.7)]), [])
    assert.deepStrictEqual(matchesAtEnd(bearFlag, [...pole, ...shifted(-0.7)]), [])
  })

  it("is not there when the flag is wider than a tenth of its low", () => {
    assert.deepStrictEqual(matchesAtEnd(bearFlag, [...pole, ...flag.with(4, [18, 18.1, 16.6, 17.9])]), [])
  })
})
