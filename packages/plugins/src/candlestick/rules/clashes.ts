import type { Candles } from "../Candles.ts"
import { afterFall, afterRise } from "../leadIn.ts"
import { defineRules } from "../Rule.ts"
import { within } from "../within.ts"

/** Two strong candles of opposite colours side by side. */
export const clashes = defineRules({
  CDLCOUNTERATTACK: {
    lookback: 11,
    means:
      "One side opens far ahead and the other brings the price back to the close before: the move meets its match.",
    text:
      "A long candle, then a long one of the other colour that closes as good as equal to it. The direction is that " +
      "of the second: bullish when it is white.",
    words: ["longBody", "equal"],
    example: afterFall([100, 100.3, 95.7, 96], [92.5, 96.3, 92.3, 96.03]),
    forms: [
      { value: 100, candles: ["black", "white"], when: (c) => meetsAtClose(c) },
      { value: -100, candles: ["white", "black"], when: (c) => meetsAtClose(c) }
    ]
  },
  CDLKICKING: {
    lookback: 11,
    means:
      "Two candles without shadows with a gap between them, away from each other: the price is kicked the other way.",
    text:
      "A long candle without shadows, then another one of the other colour that gaps away from it, shadows " +
      "included: up after a black one is bullish, down after a white one bearish.",
    words: ["longBody", "noShadow"],
    example: afterFall([100, 100, 97, 97], [101, 104, 101, 104]),
    forms: [
      {
        value: 100,
        candles: ["black", "white"],
        when: (c) => isMarubozu(c, 1) && isMarubozu(c, 0) && c.fullGapUp(0, 1)
      },
      {
        value: -100,
        candles: ["white", "black"],
        when: (c) => isMarubozu(c, 1) && isMarubozu(c, 0) && c.fullGapDown(0, 1)
      }
    ]
  },
  CDLKICKINGBYLENGTH: {
    lookback: 11,
    means: "A kick that is read by its longer candle, so that it can say the contrary of the same candles' kick.",
    text:
      "A long candle without shadows, then another one of the other colour that gaps away from it, shadows " +
      "included: up after a black one, down after a white one. The direction is the colour of the longer body, of " +
      "the first one when they are equal: bullish when that is white.",
    words: ["longBody", "noShadow"],
    example: afterFall([100, 100, 97, 97], [101, 105, 101, 105]),
    forms: [
      {
        value: 100,
        candles: ["black", "white"],
        when: (c) => isMarubozu(c, 1) && isMarubozu(c, 0) && c.fullGapUp(0, 1) && c.body(0) > c.body(1)
      },
      {
        value: -100,
        candles: ["black", "white"],
        when: (c) => isMarubozu(c, 1) && isMarubozu(c, 0) && c.fullGapUp(0, 1)
      },
      {
        value: -100,
        candles: ["white", "black"],
        when: (c) => isMarubozu(c, 1) && isMarubozu(c, 0) && c.fullGapDown(0, 1) && c.body(0) > c.body(1)
      },
      {
        value: 100,
        candles: ["white", "black"],
        when: (c) => isMarubozu(c, 1) && isMarubozu(c, 0) && c.fullGapDown(0, 1)
      }
    ]
  },
  CDLSEPARATINGLINES: {
    lookback: 11,
    means: "After a step back the price opens where that began and goes on in its direction as if nothing had been.",
    text:
      "A candle, then a long one of the other colour whose open is as good as equal and that has no shadow at that " +
      "end: the two go apart from there. The direction is that of the second: bullish when it is white.",
    words: ["longBody", "noShadow", "equal"],
    example: afterRise([100, 100.3, 97.7, 98], [100.02, 103.3, 100.02, 103]),
    forms: [
      {
        value: 100,
        candles: ["black", "white"],
        when: (c) => within(c.open(0), c.open(1), c.equal(1)) && c.body(0) > c.longBody(0) && c.lower(0) < c.noShadow(0)
      },
      {
        value: -100,
        candles: ["white", "black"],
        when: (c) => within(c.open(0), c.open(1), c.equal(1)) && c.body(0) > c.longBody(0) && c.upper(0) < c.noShadow(0)
      }
    ]
  }
})

const meetsAtClose = (c: Candles): boolean =>
  c.body(1) > c.longBody(1) && c.body(0) > c.longBody(0) && within(c.close(0), c.close(1), c.equal(1))

const isMarubozu = (c: Candles, age: number): boolean =>
  c.body(age) > c.longBody(age) && c.upper(age) < c.noShadow(age) && c.lower(age) < c.noShadow(age)
