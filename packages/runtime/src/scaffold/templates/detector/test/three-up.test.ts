import { candles, conformance, detectionsOf, matchesOf } from "@mjolnir/core/testing"
import { assert, describe, it } from "vitest"

import { threeUp } from "../src/three-up.ts"

const threeRisingCloses = candles(`
  time   open   high    low   close  volume
  09:30  100.0  100.5   99.5  100.0     900
  09:31  100.0  101.2   99.9  101.0    1200
  09:32  101.0  102.1  100.8  102.0    1500
  09:33  102.0  102.2  101.0  101.5     800
`)

describe("three-up", () => {
  it("finds three rising closes at the third of them", () => {
    const found = matchesOf(threeUp, threeRisingCloses).map((matches) => matches.map(({ pattern }) => pattern))
    assert.deepStrictEqual(found, [[], [], ["THREE_UP"], []])
  })

  it("wants a gain", () => {
    assert.lengthOf(detectionsOf(threeUp, threeRisingCloses, { settings: { minimumGain: 0.019 } }), 1)
    assert.lengthOf(detectionsOf(threeUp, threeRisingCloses, { settings: { minimumGain: 0.021 } }), 0)
  })

  it("explains its confidence and draws the rise", () => {
    const [detection] = detectionsOf(threeUp, threeRisingCloses, { annotates: true, explains: "matches" })
    assert.closeTo(detection?.confidence ?? 0, 0.5 + 0.15 + 0.2, 1e-9)
    const scores = detection?.explanation?.map(({ rule, score }) => `${rule} ${score.toFixed(2)}`)
    assert.deepStrictEqual(scores, ["gain 0.65", "evenness 0.20"])
    const [rise] = detection?.annotations ?? []
    assert.deepInclude(rise, { kind: "line", label: "rise" })
  })
})

// What Mjolnir asks of every detector: no look-ahead, enough history, the same result each time, and more.
describe("three-up conforms", () => {
  for (const test of conformance(threeUp)) it(test.title, test.run)
})
