import { assert, describe, it } from "@effect/vitest"

import { foundIn } from "./foundPatterns.ts"
import type { Prices } from "./SeriesWindow.ts"

/** What CDLHIKKAKE says at each candle, 0 where it says nothing. */
const said = (candles: ReadonlyArray<Prices>): ReadonlyArray<number> =>
  foundIn(candles, { patterns: ["CDLHIKKAKE"] }).map(([found]) => Number(found?.split(" ")[1] ?? 0))

const before: ReadonlyArray<Prices> = Array.from({ length: 5 }, () => [100, 110, 90, 100])
const inside: Prices = [100, 105, 95, 100]
const brokenDown: Prices = [96, 104, 92, 94]
const quiet: Prices = [96, 104, 91, 96]
const confirming: Prices = [96, 107, 91, 106]

describe("a hikkake", () => {
  it("is confirmed by a close beyond the inside candle within three candles", () => {
    assert.deepStrictEqual(said([...before, inside, brokenDown, confirming]).slice(5), [0, 100, 200])
    assert.deepStrictEqual(
      said([...before, inside, brokenDown, quiet, quiet, confirming]).slice(5),
      [0, 100, 0, 0, 200]
    )
  })

  it("is not confirmed by the fourth candle", () => {
    assert.deepStrictEqual(
      said([...before, inside, brokenDown, quiet, quiet, quiet, confirming]).slice(5),
      [0, 100, 0, 0, 0, 0]
    )
  })

  it("is confirmed once", () => {
    assert.deepStrictEqual(said([...before, inside, brokenDown, confirming, confirming]).slice(5), [0, 100, 200, 0])
  })

  it("needs a close beyond the inside candle's high, not at it", () => {
    assert.deepStrictEqual(said([...before, inside, brokenDown, [96, 107, 91, 105]]).slice(5), [0, 100, 0])
  })

  it("is bearish when the break goes up, and confirmed below the inside candle's low", () => {
    const brokenUp: Prices = [104, 108, 96, 106]
    assert.deepStrictEqual(said([...before, inside, brokenUp, [104, 109, 93, 94]]).slice(5), [0, -100, -200])
  })

  it("is replaced by a new one, which wins over a confirmation by the same candle", () => {
    const again: ReadonlyArray<Prices> = [
      [100, 110, 80, 100],
      [100, 104, 84, 100],
      [100, 102, 82, 101],
      [99, 101, 83, 99],
      [102, 103, 84, 102.5]
    ]
    assert.deepStrictEqual(said([...before, ...again]).slice(7), [100, 0, -100])
  })

  it("that was set up before the lookback was over can be confirmed right after it", () => {
    const early = [...before.slice(0, 2), inside, brokenDown, quiet, confirming]
    assert.deepStrictEqual(said(early), [0, 0, 0, 0, 0, 200])
  })
})
