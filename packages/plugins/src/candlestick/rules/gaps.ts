import { afterFall, afterRise } from "../leadIn.ts"
import { defineRules } from "../Rule.ts"
import { within } from "../within.ts"

/** Bodies with a gap between them, and whether it holds. */
export const gaps = defineRules({
  CDLBREAKAWAY: {
    lookback: 14,
    means: "A move that gapped away and crept on is taken back in one candle, into its gap.",
    text:
      "A long candle; one of its colour whose body gaps away from its body in its direction; a candle of any colour " +
      "and one of that colour again, each with high and low further on than those before; and a candle of the other " +
      "colour that closes within the gap. Bullish when that is white.",
    words: ["longBody"],
    example: afterFall(
      [100, 100.3, 96.7, 97],
      [96.2, 96.5, 95.2, 95.5],
      [95.6, 95.9, 94.6, 94.9],
      [95, 95.3, 93.9, 94.2],
      [94.3, 96.8, 94.1, 96.6]
    ),
    forms: [
      {
        value: 100,
        candles: ["black", "black", "any", "black", "white"],
        when: (c) =>
          c.body(4) > c.longBody(4) &&
          c.gapDown(3, 4) &&
          c.high(2) < c.high(3) &&
          c.low(2) < c.low(3) &&
          c.high(1) < c.high(2) &&
          c.low(1) < c.low(2) &&
          c.close(0) > c.open(3) &&
          c.close(0) < c.close(4)
      },
      {
        value: -100,
        candles: ["white", "white", "any", "white", "black"],
        when: (c) =>
          c.body(4) > c.longBody(4) &&
          c.gapUp(3, 4) &&
          c.high(2) > c.high(3) &&
          c.low(2) > c.low(3) &&
          c.high(1) > c.high(2) &&
          c.low(1) > c.low(2) &&
          c.close(0) < c.open(3) &&
          c.close(0) > c.close(4)
      }
    ]
  },
  CDLGAPSIDESIDEWHITE: {
    lookback: 7,
    means: "Two white candles side by side beyond a gap hold it open, so that the move is likely to go on.",
    text:
      "Two white candles whose opens are as good as equal, whose bodies differ by no more than near, and which both " +
      "gap away from the body before them: above it is bullish, below it bearish.",
    words: ["near", "equal"],
    example: afterRise([99.5, 101, 99.3, 100.8], [101.8, 103.2, 101.6, 103], [101.85, 103.3, 101.7, 103.1]),
    forms: [
      {
        value: 100,
        candles: ["any", "white", "white"],
        when: (c) =>
          c.gapUp(1, 2) &&
          c.gapUp(0, 2) &&
          within(c.body(0), c.body(1), c.near(1)) &&
          within(c.open(0), c.open(1), c.equal(1))
      },
      {
        value: -100,
        candles: ["any", "white", "white"],
        when: (c) =>
          c.gapDown(1, 2) &&
          c.gapDown(0, 2) &&
          within(c.body(0), c.body(1), c.near(1)) &&
          within(c.open(0), c.open(1), c.equal(1))
      }
    ]
  },
  CDLTASUKIGAP: {
    lookback: 7,
    means: "A step back enters a gap but does not fill it, so that the move through the gap is likely to go on.",
    text:
      "A candle whose body gaps away from the body before it, white upwards (bullish) or black downwards (bearish), " +
      "then one of the other colour that opens inside its body, closes within the gap, and whose body differs from " +
      "its body by less than near.",
    words: ["near"],
    example: afterRise([99.5, 101, 99.3, 100.8], [101.8, 103.2, 101.6, 103], [102.5, 102.8, 101.1, 101.3]),
    forms: [
      {
        value: 100,
        candles: ["any", "white", "black"],
        when: (c) =>
          c.gapUp(1, 2) &&
          c.open(0) < c.close(1) &&
          c.open(0) > c.open(1) &&
          c.close(0) < c.open(1) &&
          c.close(0) > c.top(2) &&
          Math.abs(c.body(1) - c.body(0)) < c.near(1)
      },
      {
        value: -100,
        candles: ["any", "black", "white"],
        when: (c) =>
          c.gapDown(1, 2) &&
          c.open(0) < c.open(1) &&
          c.open(0) > c.close(1) &&
          c.close(0) > c.open(1) &&
          c.close(0) < c.bottom(2) &&
          Math.abs(c.body(1) - c.body(0)) < c.near(1)
      }
    ]
  },
  CDLXSIDEGAP3METHODS: {
    lookback: 2,
    means: "A gap within a move is filled at once; the move is expected to go on from there.",
    text:
      "Two candles of one colour with a gap between their bodies in its direction, then one of the other colour " +
      "that opens inside the second body and closes inside the first. Bullish when the first two are white.",
    words: [],
    example: afterRise([99.5, 101, 99.3, 100.8], [101.8, 103.2, 101.6, 103], [102.4, 102.7, 99.8, 100.2]),
    forms: [
      {
        value: 100,
        candles: ["white", "white", "black"],
        when: (c) =>
          c.gapUp(1, 2) &&
          c.open(0) < c.top(1) &&
          c.open(0) > c.bottom(1) &&
          c.close(0) < c.top(2) &&
          c.close(0) > c.bottom(2)
      },
      {
        value: -100,
        candles: ["black", "black", "white"],
        when: (c) =>
          c.gapDown(1, 2) &&
          c.open(0) < c.top(1) &&
          c.open(0) > c.bottom(1) &&
          c.close(0) < c.top(2) &&
          c.close(0) > c.bottom(2)
      }
    ]
  }
})
