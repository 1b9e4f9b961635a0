import { assert, describe, it } from "@effect/vitest"

import { candlestick } from "../../src/candlestick/candlestick.ts"
import { patternDescriptions } from "../../src/candlestick/patternDescriptions.ts"
import { patternIds } from "../../src/candlestick/PatternId.ts"
import { rules } from "../../src/candlestick/rules/rules.ts"
import { foundLast } from "./foundPatterns.ts"

describe("the examples of the catalogue", () => {
  it("are there for each of the 61 patterns", () => {
    assert.strictEqual(new Set(patternIds).size, 61)
    assert.deepStrictEqual(Object.keys(candlestick.patterns).sort(), [...patternIds].sort())
  })

  for (const [pattern, { example }] of Object.entries(patternDescriptions)) {
    const value = Object.entries(rules).find(([id]) => id === pattern)?.[1].forms[0]?.value ?? 100
    it(`show ${pattern} with ${value}`, () => {
      assert.include(foundLast(example), `${pattern} ${value}`)
    })
  }

  for (const [pattern, { example }] of Object.entries(patternDescriptions)) {
    it(`draw candles that can be for ${pattern}`, () => {
      for (const [open, high, low, close] of example) {
        assert.isTrue(low <= Math.min(open, close) && high >= Math.max(open, close), `${[open, high, low, close]}`)
      }
    })
  }
})
