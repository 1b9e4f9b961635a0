import { afterRise } from "../leadIn.ts"
import { settable } from "../penetrations.ts"
import { defineRules } from "../Rule.ts"

/** Rests within a move, after which it goes on. */
export const methods = defineRules({
  CDL3LINESTRIKE: {
    lookback: 8,
    means: "Three steps are taken back by one candle. TA-Lib reads it as a rest of the three, which are to go on.",
    text:
      "Three candles of one colour with closes that go on in its direction, the second and the third of which open " +
      "inside or near the body before them, and one of the other colour that opens beyond the third close and " +
      "closes beyond the first open. Bullish when the three are white.",
    words: ["near"],
    example: afterRise(
      [100, 101.7, 99.8, 101.5],
      [101, 102.7, 100.8, 102.5],
      [102, 103.7, 101.8, 103.5],
      [103.8, 104, 99.2, 99.5]
    ),
    forms: [
      {
        value: 100,
        candles: ["white", "white", "white", "black"],
        when: (c) =>
          c.open(2) >= c.bottom(3) - c.near(3) &&
          c.open(2) <= c.top(3) + c.near(3) &&
          c.open(1) >= c.bottom(2) - c.near(2) &&
          c.open(1) <= c.top(2) + c.near(2) &&
          c.close(1) > c.close(2) &&
          c.close(2) > c.close(3) &&
          c.open(0) > c.close(1) &&
          c.close(0) < c.open(3)
      },
      {
        value: -100,
        candles: ["black", "black", "black", "white"],
        when: (c) =>
          c.open(2) >= c.bottom(3) - c.near(3) &&
          c.open(2) <= c.top(3) + c.near(3) &&
          c.open(1) >= c.bottom(2) - c.near(2) &&
          c.open(1) <= c.top(2) + c.near(2) &&
          c.close(1) < c.close(2) &&
          c.close(2) < c.close(3) &&
          c.open(0) < c.close(1) &&
          c.close(0) > c.open(3)
      }
    ]
  },
  CDLMATHOLD: {
    lookback: 14,
    means: "After a jump up the price gives back little in three small candles, and then goes on to a new high.",
    text:
      "A long white candle, a short black one whose body gaps above its body, two short ones of any colour, and a " +
      "white one that opens above the fourth close and closes above the highs of the three. The third body's upper " +
      "end is below the second's open, and the fourth's below the third's; the lower ends of both are below the " +
      `first close, by less than ${settable("matHoldPenetration")} of the first body.`,
    words: ["longBody", "shortBody"],
    example: afterRise(
      [100, 104.3, 99.8, 104],
      [104.8, 105, 104.1, 104.3],
      [104.2, 104.4, 103.4, 103.6],
      [103.7, 103.9, 102.9, 103.1],
      [103.4, 106.2, 103.2, 106]
    ),
    forms: [
      {
        value: 100,
        candles: ["white", "black", "any", "any", "white"],
        when: (c, params) =>
          c.body(4) > c.longBody(4) &&
          c.body(3) < c.shortBody(3) &&
          c.body(2) < c.shortBody(2) &&
          c.body(1) < c.shortBody(1) &&
          c.gapUp(3, 4) &&
          c.bottom(2) < c.close(4) &&
          c.bottom(1) < c.close(4) &&
          c.bottom(2) > c.close(4) - c.body(4) * params.matHoldPenetration &&
          c.bottom(1) > c.close(4) - c.body(4) * params.matHoldPenetration &&
          c.top(2) < c.open(3) &&
          c.top(1) < c.top(2) &&
          c.open(0) > c.close(1) &&
          c.close(0) > c.high(3) &&
          c.close(0) > c.high(2) &&
          c.close(0) > c.high(1)
      }
    ]
  },
  CDLRISEFALL3METHODS: {
    lookback: 14,
    means: "Three small steps against a strong candle do not get away from its range, and then the move goes on.",
    text:
      "A long candle; three short ones of the other colour whose bodies have a part within its range and whose " +
      "closes step against it; and a long one of its colour that opens beyond the fourth close and closes beyond " +
      "the first. Bullish when the first is white.",
    words: ["longBody", "shortBody"],
    example: afterRise(
      [100, 104.3, 99.8, 104],
      [103.8, 104, 103, 103.2],
      [103.1, 103.3, 102.3, 102.5],
      [102.4, 102.6, 101.6, 101.8],
      [102, 105.3, 101.9, 105]
    ),
    forms: [
      {
        value: 100,
        candles: ["white", "black", "black", "black", "white"],
        when: (c) =>
          c.body(4) > c.longBody(4) &&
          c.body(3) < c.shortBody(3) &&
          c.body(2) < c.shortBody(2) &&
          c.body(1) < c.shortBody(1) &&
          c.body(0) > c.longBody(0) &&
          c.bottom(3) < c.high(4) &&
          c.top(3) > c.low(4) &&
          c.bottom(2) < c.high(4) &&
          c.top(2) > c.low(4) &&
          c.bottom(1) < c.high(4) &&
          c.top(1) > c.low(4) &&
          c.close(2) < c.close(3) &&
          c.close(1) < c.close(2) &&
          c.open(0) > c.close(1) &&
          c.close(0) > c.close(4)
      },
      {
        value: -100,
        candles: ["black", "white", "white", "white", "black"],
        when: (c) =>
          c.body(4) > c.longBody(4) &&
          c.body(3) < c.shortBody(3) &&
          c.body(2) < c.shortBody(2) &&
          c.body(1) < c.shortBody(1) &&
          c.body(0) > c.longBody(0) &&
          c.bottom(3) < c.high(4) &&
          c.top(3) > c.low(4) &&
          c.bottom(2) < c.high(4) &&
          c.top(2) > c.low(4) &&
          c.bottom(1) < c.high(4) &&
          c.top(1) > c.low(4) &&
          c.close(2) > c.close(3) &&
          c.close(1) > c.close(2) &&
          c.open(0) < c.close(1) &&
          c.close(0) < c.close(4)
      }
    ]
  }
})
