import { afterFall, afterRise } from "../leadIn.ts"
import { defineRules } from "../Rule.ts"
import { within } from "../within.ts"

/** A long candle and one of the other colour that opens beyond it, told apart by how far it comes back. */
export const necks = defineRules({
  CDLDARKCLOUDCOVER: {
    lookback: 11,
    means: "The rise opens above all before it and loses more than half of the last candle: a cloud over the market.",
    rule: "A long white candle, then a black one that opens above its high and closes in the lower half of its body.",
    example: afterRise([100, 104.3, 99.7, 104], [104.8, 105, 101.2, 101.5]),
    cases: [
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
    rule: "A long black candle, then a white one that opens below its low and closes at its close or just above.",
    example: afterFall([100, 100.3, 95.7, 96], [95.2, 96.2, 95, 96.05]),
    cases: [
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
    rule: "A long black candle, then a white one that opens below its low and closes at that low.",
    example: afterFall([100, 100.3, 95.7, 96], [95, 95.9, 94.8, 95.72]),
    cases: [
      {
        value: -100,
        candles: ["black", "white"],
        when: (c) => c.body(1) > c.longBody(1) && c.open(0) < c.low(1) && within(c.close(0), c.low(1), c.equal(1))
      }
    ]
  },
  CDLPIERCING: {
    lookback: 11,
    means: "The fall opens below all before it and wins back more than half of the last candle: buyers are there.",
    rule: "A long black candle, then a long white one that opens below its low and closes in the upper half of its body.",
    example: afterFall([100, 100.3, 95.7, 96], [95.2, 98.9, 95, 98.6]),
    cases: [
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
    rule:
      "A long black candle, then a white one that opens below its low and closes above its close, but not above the middle " +
      "of its body.",
    example: afterFall([100, 100.3, 95.7, 96], [95.2, 97.6, 95, 97.4]),
    cases: [
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
