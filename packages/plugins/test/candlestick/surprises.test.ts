import { assert, describe, it } from "@effect/vitest"

import { afterFall, afterRise } from "../../src/candlestick/leadIn.ts"
import { foundIn, foundLast } from "./foundPatterns.ts"
import type { Prices } from "./SeriesWindow.ts"

/** Candles without a range, in front of what a test is about. */
const flat = Array.from({ length: 14 }, (): Prices => [100, 100, 100, 100])

describe("what surprises in TA-Lib's candlesticks:", () => {
  it("a candle that closes where it opens is white", () => {
    const found = foundLast([...afterRise(), [100, 101.5, 98.5, 100]])
    assert.include(found, "CDLHIGHWAVE 100")
    assert.include(found, "CDLSPINNINGTOP 100")
  })

  it("a candle without a body is white, so that only a black one can engulf it", () => {
    assert.include(foundLast([...afterRise(), [100, 100, 100, 100], [101, 101, 99, 99]]), "CDLENGULFING -100")
    assert.isFalse(
      foundLast([...afterRise(), [100, 100, 100, 100], [99, 101, 99, 101]]).some((each) => each.includes("ENGULFING"))
    )
  })

  it("three outside is told from the fourth candle on, and engulfing from the third, though they need one less", () => {
    const outside: ReadonlyArray<Prices> = [
      [100, 100.3, 98.8, 99],
      [98.7, 101, 98.5, 100.6],
      [100.5, 102.3, 100.3, 102]
    ]
    const before: Prices = [100, 101, 99, 100.5]
    assert.deepStrictEqual(foundIn(outside), [[], [], []])
    assert.deepStrictEqual(foundIn([before, ...outside]), [[], [], ["CDLENGULFING 100"], ["CDL3OUTSIDE 100"]])
  })

  it("a hammer and a hanging man are the same candle at the low or at the high of the one before, whatever the trend", () => {
    const before = afterRise()
    assert.include(foundLast([...before, [98.3, 98.8, 96.5, 98.7]]), "CDLHAMMER 100")
    assert.include(foundLast([...before, [100.3, 100.8, 98.5, 100.7]]), "CDLHANGINGMAN -100")
  })

  it("near is inclusive: a hammer's body may end exactly as far above the low as near reaches", () => {
    // The mean of the five ranges is 20, so near is 4; the low is 985.
    const before = Array.from({ length: 14 }, (): Prices => [990, 1005, 985, 1000])
    assert.include(foundLast([...before, [989, 992, 960, 992]]), "CDLHAMMER 100")
    assert.notInclude(foundLast([...before, [990, 993, 960, 993]]), "CDLHAMMER 100")
  })

  it("the third candle of the unique three river is white and opens above the second one's low", () => {
    const two: ReadonlyArray<Prices> = [
      [100, 100.3, 95.7, 96],
      [98, 98.2, 94, 97]
    ]
    assert.include(foundLast([...afterFall(), ...two, [95, 95.9, 94.6, 95.6]]), "CDLUNIQUE3RIVER 100")
    assert.notInclude(foundLast([...afterFall(), ...two, [95.6, 95.9, 94.6, 95]]), "CDLUNIQUE3RIVER 100")
    assert.notInclude(foundLast([...afterFall(), ...two, [93.9, 94.6, 93.5, 94.5]]), "CDLUNIQUE3RIVER 100")
  })

  it("the stick sandwich compares the closes of the first candle and the third", () => {
    const two: ReadonlyArray<Prices> = [
      [100, 100.3, 97.7, 98],
      [98.6, 100.3, 98.4, 100]
    ]
    assert.include(foundLast([...afterFall(), ...two, [100.4, 100.6, 97.8, 98.03]]), "CDLSTICKSANDWICH 100")
    assert.notInclude(foundLast([...afterFall(), ...two, [100.4, 100.6, 97.8, 98.3]]), "CDLSTICKSANDWICH 100")
  })

  it("the third and fourth candles of a mat hold may have any colour, the inner ones of three methods may not", () => {
    const hold = (third: Prices, fourth: Prices): ReadonlyArray<Prices> => [
      ...afterRise(),
      [100, 104.3, 99.8, 104],
      [104.8, 105, 104.1, 104.3],
      third,
      fourth,
      [103.4, 106.2, 103.2, 106]
    ]
    const black = foundLast(hold([104.2, 104.4, 103.4, 103.6], [103.7, 103.9, 102.9, 103.1]))
    const white = foundLast(hold([103.6, 104.4, 103.4, 104.2], [103.1, 103.9, 102.9, 103.3]))
    assert.include(black, "CDLMATHOLD 100")
    assert.include(white, "CDLMATHOLD 100")
    const methods = (third: Prices): ReadonlyArray<Prices> => [
      ...afterRise(),
      [100, 104.3, 99.8, 104],
      [103.8, 104, 103, 103.2],
      third,
      [102.4, 102.6, 101.6, 101.8],
      [102, 105.3, 101.9, 105]
    ]
    assert.include(foundLast(methods([103.1, 103.3, 102.3, 102.5])), "CDLRISEFALL3METHODS 100")
    assert.notInclude(foundLast(methods([102.5, 103.3, 102.3, 103.1])), "CDLRISEFALL3METHODS 100")
  })

  it("kicking by length goes by the longer candle, the first one when both are equal, and so may contradict kicking", () => {
    const kick = (close: number) => foundLast([...afterFall(), [100, 100, 97, 97], [101, close, 101, close]])
    assert.includeMembers([...kick(105)], ["CDLKICKING 100", "CDLKICKINGBYLENGTH 100"])
    assert.includeMembers([...kick(103)], ["CDLKICKING 100", "CDLKICKINGBYLENGTH -100"])
    assert.includeMembers([...kick(104)], ["CDLKICKING 100", "CDLKICKINGBYLENGTH -100"])
  })

  it("one candle can be many patterns", () => {
    assert.deepStrictEqual(foundLast([...afterRise(), [100, 102, 98, 100.1]]), [
      "CDLDOJI 100",
      "CDLHIGHWAVE 100",
      "CDLLONGLEGGEDDOJI 100",
      "CDLRICKSHAWMAN 100",
      "CDLSPINNINGTOP 100"
    ])
  })

  it("after candles without a range a candle without a body is a doji, but no shadow is short enough to be none", () => {
    const found = foundLast([...flat, [100, 100, 99, 100]])
    assert.include(found, "CDLDOJI 100")
    assert.notInclude(found, "CDLDRAGONFLYDOJI 100")
    assert.notInclude(found, "CDLTAKURI 100")
  })
})
