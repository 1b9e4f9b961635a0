import { afterFall } from "../leadIn.ts"
import { defineRules } from "../Rule.ts"

/** A body within the one before it, or around it. */
export const insideAndOutside = defineRules({
  CDL3INSIDE: {
    lookback: 12,
    means: "A harami that is confirmed: after the pause the price goes the other way and leaves the first body.",
    text:
      "A long candle, a body of any colour that is not long and lies within its body, and a candle of the other " +
      "colour than the first that closes beyond the first one's open. Bullish when that is white.",
    words: ["longBody"],
    example: afterFall([100, 100.4, 96.6, 97], [97.6, 98.6, 97.4, 98.4], [98.5, 101, 98.3, 100.6]),
    forms: [
      {
        value: 100,
        candles: ["black", "any", "white"],
        when: (c) =>
          c.body(2) > c.longBody(2) &&
          c.body(1) <= c.longBody(1) &&
          c.top(1) < c.top(2) &&
          c.bottom(1) > c.bottom(2) &&
          c.close(0) > c.open(2)
      },
      {
        value: -100,
        candles: ["white", "any", "black"],
        when: (c) =>
          c.body(2) > c.longBody(2) &&
          c.body(1) <= c.longBody(1) &&
          c.top(1) < c.top(2) &&
          c.bottom(1) > c.bottom(2) &&
          c.close(0) < c.open(2)
      }
    ]
  },
  CDL3OUTSIDE: {
    lookback: 3,
    means: "An engulfing pattern that is confirmed: the next candle closes further in the new direction.",
    text:
      "A body, one of the other colour that reaches beyond both of its ends, and a candle of any colour that closes " +
      "beyond the second's close: above it after a white one (bullish), below it after a black one (bearish).",
    words: [],
    example: afterFall([100, 100.3, 98.8, 99], [98.7, 101, 98.5, 100.6], [100.5, 102.3, 100.3, 102]),
    forms: [
      {
        value: 100,
        candles: ["black", "white", "any"],
        when: (c) => c.close(1) > c.open(2) && c.open(1) < c.close(2) && c.close(0) > c.close(1)
      },
      {
        value: -100,
        candles: ["white", "black", "any"],
        when: (c) => c.open(1) > c.close(2) && c.close(1) < c.open(2) && c.close(0) < c.close(1)
      }
    ]
  },
  CDLENGULFING: {
    lookback: 2,
    means: "The second candle takes back all of the first and more: the other side has taken over.",
    text:
      "A body of the other colour that reaches beyond both ends of the body before it, bullish when it is white. 80 " +
      "instead of 100 when it reaches beyond one end only and the other ends are equal.",
    words: [],
    example: afterFall([100, 100.3, 98.8, 99], [98.7, 101, 98.5, 100.6]),
    forms: [
      { value: 100, candles: ["black", "white"], when: (c) => c.bottom(0) < c.bottom(1) && c.top(0) > c.top(1) },
      {
        value: 80,
        candles: ["black", "white"],
        when: (c) =>
          (c.bottom(0) === c.bottom(1) && c.top(0) > c.top(1)) || (c.bottom(0) < c.bottom(1) && c.top(0) === c.top(1))
      },
      { value: -100, candles: ["white", "black"], when: (c) => c.bottom(0) < c.bottom(1) && c.top(0) > c.top(1) },
      {
        value: -80,
        candles: ["white", "black"],
        when: (c) =>
          (c.bottom(0) === c.bottom(1) && c.top(0) > c.top(1)) || (c.bottom(0) < c.bottom(1) && c.top(0) === c.top(1))
      }
    ]
  },
  CDLHARAMI: {
    lookback: 11,
    means: "After a decided candle a small one stays within its body: the move pauses, and may be over.",
    text:
      "A long candle, then a body of any colour that is not long and lies within its body. 80 instead of 100 when " +
      "ends are equal. The direction is against the first candle: bullish when that is black.",
    words: ["longBody"],
    example: afterFall([100, 100.4, 96.6, 97], [97.8, 98.6, 97.5, 98.3]),
    forms: [
      {
        value: 100,
        candles: ["black", "any"],
        when: (c) =>
          c.body(1) > c.longBody(1) && c.body(0) <= c.longBody(0) && c.top(0) < c.top(1) && c.bottom(0) > c.bottom(1)
      },
      {
        value: 80,
        candles: ["black", "any"],
        when: (c) =>
          c.body(1) > c.longBody(1) && c.body(0) <= c.longBody(0) && c.top(0) <= c.top(1) && c.bottom(0) >= c.bottom(1)
      },
      {
        value: -100,
        candles: ["white", "any"],
        when: (c) =>
          c.body(1) > c.longBody(1) && c.body(0) <= c.longBody(0) && c.top(0) < c.top(1) && c.bottom(0) > c.bottom(1)
      },
      {
        value: -80,
        candles: ["white", "any"],
        when: (c) =>
          c.body(1) > c.longBody(1) && c.body(0) <= c.longBody(0) && c.top(0) <= c.top(1) && c.bottom(0) >= c.bottom(1)
      }
    ]
  },
  CDLHARAMICROSS: {
    lookback: 11,
    means:
      "A harami whose second candle is a doji, and so the stronger form: the force is gone from one candle to the next.",
    text:
      "A long candle, then a doji whose body lies within its body. 80 instead of 100 when ends are equal. The " +
      "direction is against the first candle: bullish when that is black.",
    words: ["longBody", "dojiBody"],
    example: afterFall([100, 100.4, 96.6, 97], [98.2, 98.9, 97.6, 98.25]),
    forms: [
      {
        value: 100,
        candles: ["black", "any"],
        when: (c) =>
          c.body(1) > c.longBody(1) && c.body(0) <= c.dojiBody(0) && c.top(0) < c.top(1) && c.bottom(0) > c.bottom(1)
      },
      {
        value: 80,
        candles: ["black", "any"],
        when: (c) =>
          c.body(1) > c.longBody(1) && c.body(0) <= c.dojiBody(0) && c.top(0) <= c.top(1) && c.bottom(0) >= c.bottom(1)
      },
      {
        value: -100,
        candles: ["white", "any"],
        when: (c) =>
          c.body(1) > c.longBody(1) && c.body(0) <= c.dojiBody(0) && c.top(0) < c.top(1) && c.bottom(0) > c.bottom(1)
      },
      {
        value: -80,
        candles: ["white", "any"],
        when: (c) =>
          c.body(1) > c.longBody(1) && c.body(0) <= c.dojiBody(0) && c.top(0) <= c.top(1) && c.bottom(0) >= c.bottom(1)
      }
    ]
  },
  CDLHOMINGPIGEON: {
    lookback: 11,
    means: "Within a fall a second black candle stays inside the first one's body: the sellers are getting tired.",
    text: "A long black candle, then a black body that is not long and lies within its body.",
    words: ["longBody"],
    example: afterFall([100, 100.4, 96.6, 97], [98.6, 98.9, 97.6, 98]),
    forms: [
      {
        value: 100,
        candles: ["black", "black"],
        when: (c) =>
          c.body(1) > c.longBody(1) && c.body(0) <= c.longBody(0) && c.open(0) < c.open(1) && c.close(0) > c.close(1)
      }
    ]
  }
})
