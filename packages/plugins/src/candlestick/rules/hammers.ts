import { afterFall, afterRise } from "../leadIn.ts"
import { defineRules } from "../Rule.ts"

/** Small bodies with one long shadow, told apart by where they lie to the candle before. */
export const hammers = defineRules({
  CDLHAMMER: {
    lookback: 11,
    means:
      "At the bottom sellers push once more and are thrown back within the candle: the ground is being hammered out.",
    text:
      "A short body with a long lower shadow and without upper one, whose lower end is above the low of the candle " +
      "before no further than near, or below it.",
    words: ["shortBody", "longShadow", "noShadow", "near"],
    example: afterFall([99.3, 99.8, 97.5, 99.7]),
    forms: [
      {
        value: 100,
        candles: ["any"],
        when: (c) =>
          c.body(0) < c.shortBody(0) &&
          c.lower(0) > c.longShadow(0) &&
          c.upper(0) < c.noShadow(0) &&
          c.bottom(0) <= c.low(1) + c.near(1)
      }
    ]
  },
  CDLHANGINGMAN: {
    lookback: 11,
    means: "The shape of a hammer at the top: for the first time sellers could push the price far down.",
    text:
      "A short body with a long lower shadow and without upper one, whose lower end is below the high of the candle " +
      "before no further than near, or above it.",
    words: ["shortBody", "longShadow", "noShadow", "near"],
    example: afterRise([100.3, 100.8, 98.5, 100.7]),
    forms: [
      {
        value: -100,
        candles: ["any"],
        when: (c) =>
          c.body(0) < c.shortBody(0) &&
          c.lower(0) > c.longShadow(0) &&
          c.upper(0) < c.noShadow(0) &&
          c.bottom(0) >= c.high(1) - c.near(1)
      }
    ]
  },
  CDLINVERTEDHAMMER: {
    lookback: 11,
    means: "Below the last candle buyers try for the first time, and though they lose it again they have shown up.",
    text: "A short body with a long upper shadow and without lower one, that gaps below the body before it.",
    words: ["shortBody", "longShadow", "noShadow"],
    example: afterFall([99, 101, 98.95, 99.4]),
    forms: [
      {
        value: 100,
        candles: ["any"],
        when: (c) =>
          c.body(0) < c.shortBody(0) && c.upper(0) > c.longShadow(0) && c.lower(0) < c.noShadow(0) && c.gapDown(0, 1)
      }
    ]
  },
  CDLSHOOTINGSTAR: {
    lookback: 11,
    means: "The price jumps up, climbs on and falls back to where it opened: the rise is being sold.",
    text: "A short body with a long upper shadow and without lower one, that gaps above the body before it.",
    words: ["shortBody", "longShadow", "noShadow"],
    example: afterRise([100.6, 102.6, 100.55, 101]),
    forms: [
      {
        value: -100,
        candles: ["any"],
        when: (c) =>
          c.body(0) < c.shortBody(0) && c.upper(0) > c.longShadow(0) && c.lower(0) < c.noShadow(0) && c.gapUp(0, 1)
      }
    ]
  }
})
