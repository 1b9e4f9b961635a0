import { afterFall, afterRise } from "../leadIn.ts"
import { byColour, defineRules } from "../Rule.ts"

/** Single candles that are told by the lengths of their body and shadows. */
export const oneCandle = defineRules({
  CDLBELTHOLD: {
    lookback: 10,
    means: "One side holds the price from the first trade on, which after a move the other way can begin a turn.",
    text:
      "A long body that opens at its end: a white candle without lower shadow (bullish), or a black one without " +
      "upper shadow (bearish).",
    words: ["longBody", "noShadow"],
    example: afterFall([97, 100.5, 97, 100]),
    forms: [
      { value: 100, candles: ["white"], when: (c) => c.body(0) > c.longBody(0) && c.lower(0) < c.noShadow(0) },
      { value: -100, candles: ["black"], when: (c) => c.body(0) > c.longBody(0) && c.upper(0) < c.noShadow(0) }
    ]
  },
  CDLCLOSINGMARUBOZU: {
    lookback: 10,
    means: "One side pushes until the last trade, so that its strength may last into the next candle.",
    text:
      "A long body that closes at its end: a white candle without upper shadow (bullish), or a black one without " +
      "lower shadow (bearish).",
    words: ["longBody", "noShadow"],
    example: afterRise([97, 100, 96.5, 100]),
    forms: [
      { value: 100, candles: ["white"], when: (c) => c.body(0) > c.longBody(0) && c.upper(0) < c.noShadow(0) },
      { value: -100, candles: ["black"], when: (c) => c.body(0) > c.longBody(0) && c.lower(0) < c.noShadow(0) }
    ]
  },
  CDLHIGHWAVE: {
    lookback: 10,
    means: "Both sides drive the price far and neither keeps it there: nobody knows where it should be.",
    text: "A short body with very long shadows on both sides, bullish when it is white and bearish when it is black.",
    words: ["shortBody", "veryLongShadow"],
    example: afterRise([100, 103, 97.5, 100.5]),
    forms: byColour(
      (c) => c.body(0) < c.shortBody(0) && c.upper(0) > c.veryLongShadow(0) && c.lower(0) > c.veryLongShadow(0)
    )
  },
  CDLLONGLINE: {
    lookback: 10,
    means: "A decided candle: one side leads from open to close and is hardly contested.",
    text: "A long body with short shadows on both sides, bullish when it is white and bearish when it is black.",
    words: ["longBody", "shortShadow"],
    example: afterRise([98, 101.3, 97.7, 101]),
    forms: byColour((c) => c.body(0) > c.longBody(0) && c.upper(0) < c.shortShadow(0) && c.lower(0) < c.shortShadow(0))
  },
  CDLMARUBOZU: {
    lookback: 10,
    means: "One side rules from the first trade to the last, the strongest that a single candle can say.",
    text: "A long body without shadows, bullish when it is white and bearish when it is black.",
    words: ["longBody", "noShadow"],
    example: afterRise([98, 101, 98, 101]),
    forms: byColour((c) => c.body(0) > c.longBody(0) && c.upper(0) < c.noShadow(0) && c.lower(0) < c.noShadow(0))
  },
  CDLSHORTLINE: {
    lookback: 10,
    means: "A quiet candle in which little was tried and little was won.",
    text: "A short body with short shadows on both sides, bullish when it is white and bearish when it is black.",
    words: ["shortBody", "shortShadow"],
    example: afterRise([100, 100.7, 99.8, 100.5]),
    forms: byColour((c) => c.body(0) < c.shortBody(0) && c.upper(0) < c.shortShadow(0) && c.lower(0) < c.shortShadow(0))
  },
  CDLSPINNINGTOP: {
    lookback: 10,
    means: "Buyers and sellers are in balance; after a move it says that the force behind it is fading.",
    text:
      "A short body with shadows on both sides, each longer than the body, bullish when it is white and bearish " +
      "when it is black.",
    words: ["shortBody"],
    example: afterRise([100, 101.3, 99.2, 100.5]),
    forms: byColour((c) => c.body(0) < c.shortBody(0) && c.upper(0) > c.body(0) && c.lower(0) > c.body(0))
  }
})
