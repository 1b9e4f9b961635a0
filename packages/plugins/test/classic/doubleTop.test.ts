import { assert, describe, it } from "@effect/vitest"
import { matchesOf } from "@mjolnir/core/testing"

import { doubleTop } from "../../src/classic/doubleTop.ts"
import { type Bar, candlesOf, matchesAtEnd } from "./bars.ts"

/** Candles with the given highs, and lows half a dollar below them unless given. */
const withHighs = (highs: ReadonlyArray<number>, lows: Readonly<Record<number, number>> = {}): ReadonlyArray<Bar> =>
  highs.map((high, index) => {
    const low = lows[index] ?? high - 0.5
    return [high - 0.1, high, low, high - 0.2]
  })

const highs = [9.7, 9.8, 9.9, 10, 9.6, 9.4, 9.7, 10.005, 9.9, 9.8, 9.7]

describe("a double top", () => {
  it("is two neighbouring peaks at most a cent apart with a deeper low between them", () => {
    assert.deepStrictEqual(matchesAtEnd(doubleTop, withHighs(highs)), [
      {
        pattern: "DOUBLE_TOP",
        direction: "bearish",
        confidence: 0.7,
        trigger: 3,
        price: 10.005,
        anchors: [7, 5, 3],
        metadata: { candles_involved: 3, resistance_level: (10 + 10.005) / 2 }
      }
    ])
  })

  it("is reported once, three candles after its second peak", () => {
    const found = matchesOf(doubleTop, candlesOf(withHighs([...highs, 9.6, 9.5, 9.4, 9.3])))
    assert.deepStrictEqual(
      found.map((matches) => matches.length),
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    )
  })

  it("is not there when the peaks differ by more than the tolerance", () => {
    const uneven = highs.with(7, 10.05)
    assert.deepStrictEqual(matchesAtEnd(doubleTop, withHighs(uneven)), [])
    assert.lengthOf(matchesAtEnd(doubleTop, withHighs(uneven), { tolerance: 0.1 }), 1)
  })

  it("is not there when another peak lies between", () => {
    const between = [9.7, 9.8, 9.9, 10, 9.6, 9.4, 9.5, 9.8, 9.5, 9.4, 9.6, 10, 9.9, 9.8, 9.7]
    assert.deepStrictEqual(matchesAtEnd(doubleTop, withHighs(between)), [])
    assert.lengthOf(matchesAtEnd(doubleTop, withHighs(between.with(7, 9.3))), 1)
  })

  it("is not there when no low between the peaks is below those of both", () => {
    assert.deepStrictEqual(matchesAtEnd(doubleTop, withHighs(highs, { 3: 8.9 })), [])
    assert.deepStrictEqual(matchesAtEnd(doubleTop, withHighs(highs, { 7: 8.9 })), [])
  })

  it("is not there when the peaks are neighbours", () => {
    assert.deepStrictEqual(matchesAtEnd(doubleTop, withHighs([9, 9.1, 9.7, 9.8, 9.9, 10, 10, 9.9, 9.8, 9.7])), [])
  })

  it("takes the oldest of equally deep lows as its valley", () => {
    const [match] = matchesAtEnd(doubleTop, withHighs(highs, { 4: 8.5, 5: 8.5, 6: 8.5 }))
    assert.deepStrictEqual(match?.anchors, [7, 6, 3])
  })

  it("is not there when it is longer than its span", () => {
    assert.lengthOf(matchesAtEnd(doubleTop, withHighs(highs), { span: 11 }), 1)
    assert.deepStrictEqual(matchesAtEnd(doubleTop, withHighs(highs), { span: 10 }), [])
  })
})
