import { afterRise } from "../leadIn.ts"
import { defineRules } from "../Rule.ts"

/**
 * Candles that close where they open. Where TA-Lib's function returns 100 for any such candle, that means no more than
 * that it is there.
 */
export const dojis = defineRules({
  CDLDOJI: {
    lookback: 10,
    means: "Open and close are as good as equal: for this candle neither side has won. It takes no side itself.",
    text: "A doji, whatever its shadows.",
    words: ["dojiBody"],
    example: afterRise([100, 101, 99, 100.1]),
    forms: [{ value: 100, candles: ["any"], when: (c) => c.body(0) <= c.dojiBody(0) }]
  },
  CDLDOJISTAR: {
    lookback: 11,
    means: "After a decided candle the price jumps on and then stands still, a first sign that the move is at its end.",
    text:
      "A long candle, then a doji whose body gaps away from its body in its direction: above a white one is " +
      "bearish, below a black one bullish.",
    words: ["longBody", "dojiBody"],
    example: afterRise([100, 103, 99.8, 103], [103.6, 104.2, 103.3, 103.7]),
    forms: [
      {
        value: -100,
        candles: ["white", "any"],
        when: (c) => c.body(1) > c.longBody(1) && c.body(0) <= c.dojiBody(0) && c.gapUp(0, 1)
      },
      {
        value: 100,
        candles: ["black", "any"],
        when: (c) => c.body(1) > c.longBody(1) && c.body(0) <= c.dojiBody(0) && c.gapDown(0, 1)
      }
    ]
  },
  CDLDRAGONFLYDOJI: {
    lookback: 10,
    means: "Sellers drove the price down and buyers brought all of it back by the close.",
    text: "A doji without upper shadow and with a lower one.",
    words: ["dojiBody", "noShadow"],
    example: afterRise([100, 100.05, 98, 100]),
    forms: [
      {
        value: 100,
        candles: ["any"],
        when: (c) => c.body(0) <= c.dojiBody(0) && c.upper(0) < c.noShadow(0) && c.lower(0) > c.noShadow(0)
      }
    ]
  },
  CDLGRAVESTONEDOJI: {
    lookback: 10,
    means:
      "Buyers drove the price up and sellers took all of it back by the close. TA-Lib tells it as +100 all the same.",
    text: "A doji without lower shadow and with an upper one.",
    words: ["dojiBody", "noShadow"],
    example: afterRise([100, 102, 99.95, 100]),
    forms: [
      {
        value: 100,
        candles: ["any"],
        when: (c) => c.body(0) <= c.dojiBody(0) && c.lower(0) < c.noShadow(0) && c.upper(0) > c.noShadow(0)
      }
    ]
  },
  CDLLONGLEGGEDDOJI: {
    lookback: 10,
    means: "The price travelled and came back to where it began: a market without a direction.",
    text: "A doji with a long shadow on one side or on both.",
    words: ["dojiBody", "longShadow"],
    example: afterRise([100, 102, 98, 100.1]),
    forms: [
      {
        value: 100,
        candles: ["any"],
        when: (c) => c.body(0) <= c.dojiBody(0) && (c.lower(0) > c.longShadow(0) || c.upper(0) > c.longShadow(0))
      }
    ]
  },
  CDLRICKSHAWMAN: {
    lookback: 10,
    means: "A doji that lies in the middle between its high and its low, the very picture of a draw.",
    text:
      "A doji with long shadows on both sides, whose body has a part no further than near from the middle of its " +
      "range.",
    words: ["dojiBody", "longShadow", "near"],
    example: afterRise([100, 102, 98, 100.1]),
    forms: [
      {
        value: 100,
        candles: ["any"],
        when: (c) =>
          c.body(0) <= c.dojiBody(0) &&
          c.lower(0) > c.longShadow(0) &&
          c.upper(0) > c.longShadow(0) &&
          c.bottom(0) <= c.low(0) + c.range(0) / 2 + c.near(0) &&
          c.top(0) >= c.low(0) + c.range(0) / 2 - c.near(0)
      }
    ]
  },
  CDLTAKURI: {
    lookback: 10,
    means: "A dragonfly with a very long lower shadow: the price felt for the ground and found it.",
    text: "A doji without upper shadow and with a very long lower one.",
    words: ["dojiBody", "veryLongShadow", "noShadow"],
    example: afterRise([100, 100.15, 98, 100.1]),
    forms: [
      {
        value: 100,
        candles: ["any"],
        when: (c) => c.body(0) <= c.dojiBody(0) && c.upper(0) < c.noShadow(0) && c.lower(0) > c.veryLongShadow(0)
      }
    ]
  },
  CDLTRISTAR: {
    lookback: 12,
    means: "Three dojis of which the middle one stands out: a move that has lost its force altogether.",
    text:
      "Three dojis, all measured by the candles before the first. The second's body gaps above the first's and the " +
      "third's upper end is lower than the second's (bearish), or it gaps below and the third's lower end is higher " +
      "than the second's (bullish).",
    words: ["dojiBody"],
    example: afterRise([100, 100.6, 99.5, 100.05], [101, 101.5, 100.6, 101.05], [100.3, 100.8, 99.8, 100.25]),
    forms: [
      {
        value: -100,
        candles: ["any", "any", "any"],
        when: (c) =>
          c.body(2) <= c.dojiBody(2) &&
          c.body(1) <= c.dojiBody(2) &&
          c.body(0) <= c.dojiBody(2) &&
          c.gapUp(1, 2) &&
          c.top(0) < c.top(1)
      },
      {
        value: 100,
        candles: ["any", "any", "any"],
        when: (c) =>
          c.body(2) <= c.dojiBody(2) &&
          c.body(1) <= c.dojiBody(2) &&
          c.body(0) <= c.dojiBody(2) &&
          c.gapDown(1, 2) &&
          c.bottom(0) > c.bottom(1)
      }
    ]
  }
})
