import { afterFall, afterRise } from "../leadIn.ts"
import { defineRules } from "../Rule.ts"
import { within } from "../within.ts"

/** Candles of one colour that march in a row, and what stops them. */
export const crowsAndSoldiers = defineRules({
  CDL2CROWS: {
    lookback: 12,
    means: "After a strong rise two black candles settle above it like crows, the second already back in its body.",
    rule:
      "A long white candle, a black one that gaps above its body, and a black one that opens inside the second's body and " +
      "closes inside the first's.",
    example: afterRise([100, 104.3, 99.7, 104], [106, 106.3, 104.8, 105], [105.6, 105.8, 101.7, 102]),
    cases: [
      {
        value: -100,
        candles: ["white", "black", "black"],
        when: (c) =>
          c.body(2) > c.longBody(2) &&
          c.gapUp(1, 2) &&
          c.open(0) > c.close(1) &&
          c.open(0) < c.open(1) &&
          c.close(0) > c.open(2) &&
          c.close(0) < c.close(2)
      }
    ]
  },
  CDL3BLACKCROWS: {
    lookback: 13,
    means: "Three falls in a row, each after a vain attempt to rise: the sellers have taken over.",
    rule:
      "After a white candle three black ones without lower shadows, each opening inside the body before it and closing " +
      "lower, the first below the white one's high.",
    example: afterRise([100.3, 100.5, 98.9, 99], [99.6, 99.8, 97.4, 97.5], [98.2, 98.4, 95.9, 96]),
    cases: [
      {
        value: -100,
        candles: ["black", "black", "black"],
        when: (c) =>
          c.white(3) &&
          c.lower(2) < c.noShadow(2) &&
          c.lower(1) < c.noShadow(1) &&
          c.lower(0) < c.noShadow(0) &&
          c.open(1) < c.open(2) &&
          c.open(1) > c.close(2) &&
          c.open(0) < c.open(1) &&
          c.open(0) > c.close(1) &&
          c.high(3) > c.close(2) &&
          c.close(2) > c.close(1) &&
          c.close(1) > c.close(0)
      }
    ]
  },
  CDL3WHITESOLDIERS: {
    lookback: 12,
    means: "Three rises in a row, each held to its end: the buyers march on.",
    rule:
      "Three white candles without upper shadows with rising closes, each opening inside or near the body before it, none " +
      "of them far shorter than the one before, the last not short.",
    example: afterFall([99, 101.1, 98.8, 101], [100.4, 102.6, 100.2, 102.5], [101.8, 104.1, 101.6, 104]),
    cases: [
      {
        value: 100,
        candles: ["white", "white", "white"],
        when: (c) =>
          c.upper(2) < c.noShadow(2) &&
          c.upper(1) < c.noShadow(1) &&
          c.upper(0) < c.noShadow(0) &&
          c.close(0) > c.close(1) &&
          c.close(1) > c.close(2) &&
          c.open(1) > c.open(2) &&
          c.open(1) <= c.close(2) + c.near(2) &&
          c.open(0) > c.open(1) &&
          c.open(0) <= c.close(1) + c.near(1) &&
          c.body(1) > c.body(2) - c.far(2) &&
          c.body(0) > c.body(1) - c.far(1) &&
          c.body(0) > c.shortBody(0)
      }
    ]
  },
  CDLADVANCEBLOCK: {
    lookback: 12,
    means: "Three rises of which each wins less than the one before: the advance is being blocked.",
    rule:
      "Three white candles with rising closes, each opening inside or near the body before it, the first long with a short " +
      "upper shadow. Then bodies shrink or upper shadows grow: the second far shorter than the first and the third no " +
      "longer, or the third far shorter than the second, or all shrinking with an upper shadow on one of the last two, or " +
      "the third shorter with a long upper shadow.",
    example: afterRise([100, 103.2, 99.8, 103], [102.5, 104.6, 102.3, 104], [103.6, 105.4, 103.3, 104.4]),
    cases: [
      {
        value: -100,
        candles: ["white", "white", "white"],
        when: (c) =>
          c.close(0) > c.close(1) &&
          c.close(1) > c.close(2) &&
          c.open(1) > c.open(2) &&
          c.open(1) <= c.close(2) + c.near(2) &&
          c.open(0) > c.open(1) &&
          c.open(0) <= c.close(1) + c.near(1) &&
          c.body(2) > c.longBody(2) &&
          c.upper(2) < c.shortShadow(2) &&
          ((c.body(1) < c.body(2) - c.far(2) && c.body(0) < c.body(1) + c.near(1)) ||
            c.body(0) < c.body(1) - c.far(1) ||
            (c.body(0) < c.body(1) &&
              c.body(1) < c.body(2) &&
              (c.upper(0) > c.shortShadow(0) || c.upper(1) > c.shortShadow(1))) ||
            (c.body(0) < c.body(1) && c.upper(0) > c.longShadow(0)))
      }
    ]
  },
  CDLIDENTICAL3CROWS: {
    lookback: 12,
    means: "Three falls of which each begins where the last one ended: nobody even tries to buy.",
    rule: "Three black candles without lower shadows with falling closes, each opening at the close before it.",
    example: afterRise([100.3, 100.5, 98.9, 99], [99.05, 99.2, 97.4, 97.5], [97.5, 97.7, 95.9, 96]),
    cases: [
      {
        value: -100,
        candles: ["black", "black", "black"],
        when: (c) =>
          c.lower(2) < c.noShadow(2) &&
          c.lower(1) < c.noShadow(1) &&
          c.lower(0) < c.noShadow(0) &&
          c.close(2) > c.close(1) &&
          c.close(1) > c.close(0) &&
          within(c.open(1), c.close(2), c.equal(2)) &&
          within(c.open(0), c.close(1), c.equal(1))
      }
    ]
  },
  CDLSTALLEDPATTERN: {
    lookback: 12,
    means: "Two strong rises and a small one at their top: the advance stalls, and it is time to be careful.",
    rule:
      "Three white candles with rising closes. The first two are long, the second has no upper shadow and opens inside or " +
      "near the first body; the third is short and rides on the second's close.",
    example: afterRise([100, 103.2, 99.8, 103], [102.5, 105.6, 102.3, 105.5], [105.4, 106.1, 105.1, 105.8]),
    cases: [
      {
        value: -100,
        candles: ["white", "white", "white"],
        when: (c) =>
          c.close(0) > c.close(1) &&
          c.close(1) > c.close(2) &&
          c.body(2) > c.longBody(2) &&
          c.body(1) > c.longBody(1) &&
          c.upper(1) < c.noShadow(1) &&
          c.open(1) > c.open(2) &&
          c.open(1) <= c.close(2) + c.near(2) &&
          c.body(0) < c.shortBody(0) &&
          c.open(0) >= c.close(1) - c.body(0) - c.near(1)
      }
    ]
  },
  CDLUPSIDEGAP2CROWS: {
    lookback: 12,
    means: "Two crows that stay above the gap, the second around the first: the rise is not followed up.",
    rule:
      "A long white candle, a black body that is not long and gaps above it, and a black one around the second's body that " +
      "still closes above the first.",
    example: afterRise([100, 104.3, 99.7, 104], [105.5, 105.9, 104.8, 105], [106, 106.2, 104.3, 104.6]),
    cases: [
      {
        value: -100,
        candles: ["white", "black", "black"],
        when: (c) =>
          c.body(2) > c.longBody(2) &&
          c.body(1) <= c.shortBody(1) &&
          c.gapUp(1, 2) &&
          c.open(0) > c.open(1) &&
          c.close(0) < c.close(1) &&
          c.close(0) > c.close(2)
      }
    ]
  }
})
