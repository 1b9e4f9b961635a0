import { afterFall, afterRise } from "../leadIn.ts"
import { settable } from "../penetrations.ts"
import { defineRules } from "../Rule.ts"
import { within } from "../within.ts"

/** A long candle and one of the other colour that opens beyond it, told apart by how far it comes back. */
export const necks = defineRules({
  CDLDARKCLOUDCOVER: {
    lookback: 11,
    means: "The price opens above the last high and falls back deep into the last candle: a cloud over the market.",
    text:
      "A long white candle, then a black one that opens above its high and closes above its open, but below its " +
      `close by more than ${settable("darkCloudCoverPenetration")} of its body.`,
    words: ["longBody"],
    example: afterRise([100, 104.3, 99.7, 104], [104.8, 105, 101.2, 101.5]),
    forms: [
      {
        value: -100,
        candles: ["white", "black"],
        when: (c, params) =>
          c.body(1) > c.longBody(1) &&
          c.open(0) > c.high(1) &&
          c.close(0) > c.open(1) &&
          c.close(0) < c.close(1) - c.body(1) * params.darkCloudCoverPenetration
      }
    ]
  },
  CDLINNECK: {
    lookback: 11,
    means: "After a fall and a lower open buyers only just win back the last close: the fall is likely to go on.",
    text:
      "A long black candle, then a white one that opens below its low and closes at its close, or above it and as " +
      "good as equal.",
    words: ["longBody", "equal"],
    example: afterFall([100, 100.3, 95.7, 96], [95.2, 96.2, 95, 96.05]),
    forms: [
      {
        value: -100,
        candles: ["black", "white"],
        when: (c) =>
          c.body(1) > c.longBody(1) &&
          c.open(0) < c.low(1) &&
          c.close(0) >= c.close(1) &&
          c.close(0) <= c.close(1) + c.equal(1)
      }
    ]
  },
  CDLONNECK: {
    lookback: 11,
    means: "After a fall and a lower open buyers only win back the last low: weaker still than a close in the neck.",
    text: "A long black candle, then a white one that opens below its low and closes as good as equal to that low.",
    words: ["longBody", "equal"],
    example: afterFall([100, 100.3, 95.7, 96], [95, 95.9, 94.8, 95.72]),
    forms: [
      {
        value: -100,
        candles: ["black", "white"],
        when: (c) => c.body(1) > c.longBody(1) && c.open(0) < c.low(1) && within(c.close(0), c.low(1), c.equal(1))
      }
    ]
  },
  CDLPIERCING: {
    lookback: 11,
    means: "The price opens below the last low and wins back more than half of the last candle: buyers are there.",
    text:
      "A long black candle, then a long white one that opens below its low and closes above the middle of its body, " +
      "but below its open.",
    words: ["longBody"],
    example: afterFall([100, 100.3, 95.7, 96], [95.2, 98.9, 95, 98.6]),
    forms: [
      {
        value: 100,
        candles: ["black", "white"],
        when: (c) =>
          c.body(1) > c.longBody(1) &&
          c.body(0) > c.longBody(0) &&
          c.open(0) < c.low(1) &&
          c.close(0) < c.open(1) &&
          c.close(0) > c.close(1) + c.body(1) * 0.5
      }
    ]
  },
  CDLTHRUSTING: {
    lookback: 11,
    means: "Buyers come back into the last black body, but not past its middle, which is not enough to stop the fall.",
    text:
      "A long black candle, then a white one that opens below its low and closes above its close, further than what " +
      "is as good as equal, but not above the middle of its body.",
    words: ["longBody", "equal"],
    example: afterFall([100, 100.3, 95.7, 96], [95.2, 97.6, 95, 97.4]),
    forms: [
      {
        value: -100,
        candles: ["black", "white"],
        when: (c) =>
          c.body(1) > c.longBody(1) &&
          c.open(0) < c.low(1) &&
          c.close(0) > c.close(1) + c.equal(1) &&
          c.close(0) <= c.close(1) + c.body(1) * 0.5
      }
    ]
  }
})
