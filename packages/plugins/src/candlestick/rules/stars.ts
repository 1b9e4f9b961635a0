import { afterFall, afterRise } from "../leadIn.ts"
import { settable } from "../penetrations.ts"
import { defineRules } from "../Rule.ts"

/** A long candle, a small one that stands apart from it like a star, and one that goes back into the first one's body. */
export const stars = defineRules({
  CDLABANDONEDBABY: {
    lookback: 12,
    means: "A doji is left alone beyond gaps on both sides: the last ones of a move are trapped, and it turns.",
    text:
      "A long candle, a doji with whole gaps on both sides, shadows included, and a long candle of the other colour " +
      `that closes back beyond the first close by more than ${settable("abandonedBabyPenetration")} of the first ` +
      "body. Above a white candle it is bearish, below a black one bullish.",
    words: ["longBody", "dojiBody"],
    example: afterRise([100, 104.3, 99.7, 104], [105, 105.4, 104.7, 105.05], [104.2, 104.4, 100.7, 101]),
    forms: [
      {
        value: -100,
        candles: ["white", "any", "black"],
        when: (c, params) =>
          c.body(2) > c.longBody(2) &&
          c.body(1) <= c.dojiBody(1) &&
          c.body(0) > c.longBody(0) &&
          c.close(0) < c.close(2) - c.body(2) * params.abandonedBabyPenetration &&
          c.fullGapUp(1, 2) &&
          c.fullGapDown(0, 1)
      },
      {
        value: 100,
        candles: ["black", "any", "white"],
        when: (c, params) =>
          c.body(2) > c.longBody(2) &&
          c.body(1) <= c.dojiBody(1) &&
          c.body(0) > c.longBody(0) &&
          c.close(0) > c.close(2) + c.body(2) * params.abandonedBabyPenetration &&
          c.fullGapDown(1, 2) &&
          c.fullGapUp(0, 1)
      }
    ]
  },
  CDLEVENINGDOJISTAR: {
    lookback: 12,
    means: "An evening star whose star is a doji, which says all the more clearly that the rise has no force left.",
    text:
      "A long white candle, a doji whose body gaps above its body, and a long black one that closes below the first " +
      `close by more than ${settable("eveningDojiStarPenetration")} of the first body.`,
    words: ["longBody", "dojiBody"],
    example: afterRise([100, 104.3, 99.7, 104], [104.8, 105.3, 104.3, 104.75], [104.6, 104.8, 100.7, 101]),
    forms: [
      {
        value: -100,
        candles: ["white", "any", "black"],
        when: (c, params) =>
          c.body(2) > c.longBody(2) &&
          c.body(1) <= c.dojiBody(1) &&
          c.gapUp(1, 2) &&
          c.body(0) > c.longBody(0) &&
          c.close(0) < c.close(2) - c.body(2) * params.eveningDojiStarPenetration
      }
    ]
  },
  CDLEVENINGSTAR: {
    lookback: 12,
    means: "The rise jumps on, stands still, and falls back into the last strong candle: the day is over.",
    text:
      "A long white candle, a body that is not long and gaps above its body, and a long black one that closes below " +
      `the first close by more than ${settable("eveningStarPenetration")} of the first body.`,
    words: ["longBody"],
    example: afterRise([100, 104.3, 99.7, 104], [104.8, 105.4, 104.4, 105], [104.6, 104.8, 100.7, 101]),
    forms: [
      {
        value: -100,
        candles: ["white", "any", "black"],
        when: (c, params) =>
          c.body(2) > c.longBody(2) &&
          c.body(1) <= c.longBody(1) &&
          c.gapUp(1, 2) &&
          c.body(0) > c.longBody(0) &&
          c.close(0) < c.close(2) - c.body(2) * params.eveningStarPenetration
      }
    ]
  },
  CDLMORNINGDOJISTAR: {
    lookback: 12,
    means: "A morning star whose star is a doji, which says all the more clearly that the fall has no force left.",
    text:
      "A long black candle, a doji whose body gaps below its body, and a long white one that closes above the first " +
      `close by more than ${settable("morningDojiStarPenetration")} of the first body.`,
    words: ["longBody", "dojiBody"],
    example: afterFall([100, 100.3, 95.7, 96], [95.2, 95.7, 94.7, 95.25], [95.4, 99.3, 95.2, 99]),
    forms: [
      {
        value: 100,
        candles: ["black", "any", "white"],
        when: (c, params) =>
          c.body(2) > c.longBody(2) &&
          c.body(1) <= c.dojiBody(1) &&
          c.gapDown(1, 2) &&
          c.body(0) > c.longBody(0) &&
          c.close(0) > c.close(2) + c.body(2) * params.morningDojiStarPenetration
      }
    ]
  },
  CDLMORNINGSTAR: {
    lookback: 12,
    means: "The fall jumps on, stands still, and rises back into the last strong candle: a new day begins.",
    text:
      "A long black candle, a body that is not long and gaps below its body, and a long white one that closes above " +
      `the first close by more than ${settable("morningStarPenetration")} of the first body.`,
    words: ["longBody"],
    example: afterFall([100, 100.3, 95.7, 96], [95.2, 95.6, 94.6, 95], [95.4, 99.3, 95.2, 99]),
    forms: [
      {
        value: 100,
        candles: ["black", "any", "white"],
        when: (c, params) =>
          c.body(2) > c.longBody(2) &&
          c.body(1) <= c.longBody(1) &&
          c.gapDown(1, 2) &&
          c.body(0) > c.longBody(0) &&
          c.close(0) > c.close(2) + c.body(2) * params.morningStarPenetration
      }
    ]
  }
})
