import { afterFall } from "../leadIn.ts"
import { defineRules } from "../Rule.ts"
import { within } from "../within.ts"

/** Falls that find their ground. */
export const bottoms = defineRules({
  CDL3STARSINSOUTH: {
    lookback: 12,
    means: "Three black candles, each smaller than the last and higher at its low: the fall is running dry.",
    text:
      "A long black candle with a long lower shadow; a black one with a shorter body and a lower shadow, which " +
      "opens above the first close but not above the first high and goes below the first close but not below the " +
      "first low; and a short black one without shadows within the second's range.",
    words: ["longBody", "shortBody", "longShadow", "noShadow"],
    example: afterFall([100, 100.2, 92.8, 97], [98.5, 98.8, 94, 96.6], [96.5, 96.5, 95.6, 95.6]),
    forms: [
      {
        value: 100,
        candles: ["black", "black", "black"],
        when: (c) =>
          c.body(2) > c.longBody(2) &&
          c.lower(2) > c.longShadow(2) &&
          c.body(1) < c.body(2) &&
          c.open(1) > c.close(2) &&
          c.open(1) <= c.high(2) &&
          c.low(1) < c.close(2) &&
          c.low(1) >= c.low(2) &&
          c.lower(1) > c.noShadow(1) &&
          c.body(0) < c.shortBody(0) &&
          c.lower(0) < c.noShadow(0) &&
          c.upper(0) < c.noShadow(0) &&
          c.low(0) > c.low(1) &&
          c.high(0) < c.high(1)
      }
    ]
  },
  CDLCONCEALBABYSWALL: {
    lookback: 13,
    means:
      "In a steep fall an attempt to rise is swallowed whole by one more black candle: the last sellers are through.",
    text:
      "Two black candles without shadows, a black one whose body gaps below the second's and whose upper shadow " +
      "reaches above the second's close, and a black one around all of the third, shadows included.",
    words: ["noShadow"],
    example: afterFall([100, 100, 97, 97], [97.5, 97.5, 94.5, 94.5], [94, 95.2, 92.9, 93], [95.5, 95.6, 92, 92.2]),
    forms: [
      {
        value: 100,
        candles: ["black", "black", "black", "black"],
        when: (c) =>
          c.lower(3) < c.noShadow(3) &&
          c.upper(3) < c.noShadow(3) &&
          c.lower(2) < c.noShadow(2) &&
          c.upper(2) < c.noShadow(2) &&
          c.gapDown(1, 2) &&
          c.upper(1) > c.noShadow(1) &&
          c.high(1) > c.close(2) &&
          c.high(0) > c.high(1) &&
          c.low(0) < c.low(1)
      }
    ]
  },
  CDLLADDERBOTTOM: {
    lookback: 14,
    means: "A fall step by step, then a first reach upwards, then a jump above it: those who sold short are leaving.",
    text:
      "Three black candles with falling opens and closes, a black one with an upper shadow, and a white one that " +
      "opens above the fourth's open and closes above its high.",
    words: ["noShadow"],
    example: afterFall(
      [100, 100.3, 98.2, 98.5],
      [99, 99.3, 97.2, 97.5],
      [98, 98.3, 96.2, 96.5],
      [96.8, 98, 95.8, 96.2],
      [97.2, 99.5, 97, 99.2]
    ),
    forms: [
      {
        value: 100,
        candles: ["black", "black", "black", "black", "white"],
        when: (c) =>
          c.open(4) > c.open(3) &&
          c.open(3) > c.open(2) &&
          c.close(4) > c.close(3) &&
          c.close(3) > c.close(2) &&
          c.upper(1) > c.noShadow(1) &&
          c.open(0) > c.open(1) &&
          c.close(0) > c.high(1)
      }
    ]
  },
  CDLMATCHINGLOW: {
    lookback: 6,
    means: "A second fall ends where the first one did: at that price somebody is buying.",
    text: "Two black candles whose closes are as good as equal.",
    words: ["equal"],
    example: afterFall([100, 100.3, 97.7, 98], [99.2, 99.5, 97.8, 98.02]),
    forms: [{ value: 100, candles: ["black", "black"], when: (c) => within(c.close(0), c.close(1), c.equal(1)) }]
  },
  CDLSTICKSANDWICH: {
    lookback: 7,
    means: "A white candle between two black ones that close at the same price, which shows a ground under both.",
    text:
      "A black candle, a white one whose low is above its close, and a black one whose close is as good as equal to " +
      "the first one's.",
    words: ["equal"],
    example: afterFall([100, 100.3, 97.7, 98], [98.6, 100.3, 98.4, 100], [100.4, 100.6, 97.8, 98.03]),
    forms: [
      {
        value: 100,
        candles: ["black", "white", "black"],
        when: (c) => c.low(1) > c.close(2) && within(c.close(0), c.close(2), c.equal(2))
      }
    ]
  },
  CDLUNIQUE3RIVER: {
    lookback: 12,
    means: "A new low is not held, and a small white candle stays above it: the sellers could not make more of it.",
    text:
      "A long black candle; a black one that opens not above its open, closes above its close and makes a lower " +
      "low; and a short white one that opens above that low.",
    words: ["longBody", "shortBody"],
    example: afterFall([100, 100.3, 95.7, 96], [98, 98.2, 94, 97], [95, 95.9, 94.6, 95.6]),
    forms: [
      {
        value: 100,
        candles: ["black", "black", "white"],
        when: (c) =>
          c.body(2) > c.longBody(2) &&
          c.close(1) > c.close(2) &&
          c.open(1) <= c.open(2) &&
          c.low(1) < c.low(2) &&
          c.body(0) < c.shortBody(0) &&
          c.open(0) > c.low(1)
      }
    ]
  }
})
