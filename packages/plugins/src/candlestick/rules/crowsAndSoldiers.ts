import { afterFall, afterRise } from "../leadIn.ts"
import { defineRules } from "../Rule.ts"
import { within } from "../within.ts"

/** Candles of one colour that march in a row, and what stops them. */
export const crowsAndSoldiers = defineRules({
  CDL2CROWS: {
    lookback: 12,
    means: "After a strong rise two black candles settle above it like crows, the second already back in its body.",
    text:
      "A long white candle, a black one whose body gaps above its body, and a black one that opens inside the " +
      "second's body and closes inside the first's.",
    words: ["longBody"],
    example: afterRise([100, 104.3, 99.7, 104], [106, 106.3, 104.8, 105], [105.6, 105.8, 101.7, 102]),
    forms: [
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
    text:
      "After a white candle three black ones without lower shadows and with falling closes, the first of which " +
      "closes below the white one's high. The second and the third open inside the body before them.",
    words: ["noShadow"],
    example: afterRise([100.3, 100.5, 98.9, 99], [99.6, 99.8, 97.4, 97.5], [98.2, 98.4, 95.9, 96]),
    forms: [
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
    text:
      "Three white candles without upper shadows and with rising closes. The second and the third open above the " +
      "open before them, and above the close before them no further than near; their bodies are not shorter than " +
      "the one before by as much as far. The last body is long.",
    words: ["longBody", "noShadow", "near", "far"],
    example: afterFall([99, 101.1, 98.8, 101], [100.4, 102.6, 100.2, 102.5], [101.8, 104.1, 101.6, 104]),
    forms: [
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
          c.body(0) > c.longBody(0)
      }
    ]
  },
  CDLADVANCEBLOCK: {
    lookback: 12,
    means: "Three rises of which each wins less than the one before: the advance is being blocked.",
    text:
      "Three white candles with rising closes, of which the second and the third open above the open before them, " +
      "and above the close before them no further than near. The first body is long, its upper shadow short. Beside " +
      "that one of these: the second body is shorter than the first by more than far, and the third longer than the " +
      "second by less than near, if at all; the third is shorter than the second by more than far; the bodies " +
      "shrink, and the upper shadow of the second or the third is above what is short; the third body is shorter " +
      "than the second and has a long upper shadow.",
    words: ["longBody", "longShadow", "shortShadow", "near", "far"],
    example: afterRise([100, 103.2, 99.8, 103], [102.5, 104.6, 102.3, 104], [103.6, 105.4, 103.3, 104.4]),
    forms: [
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
    text:
      "Three black candles without lower shadows and with falling closes, the second and the third of which open as " +
      "good as equal to the close before them.",
    words: ["noShadow", "equal"],
    example: afterRise([100.3, 100.5, 98.9, 99], [99.05, 99.2, 97.4, 97.5], [97.5, 97.7, 95.9, 96]),
    forms: [
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
    text:
      "Three white candles with rising closes. The first two are long; the second has no upper shadow and opens " +
      "above the first's open, and above its close no further than near. The third is short; that it opens no " +
      "further below the second's close than its body and near together follows from its higher close.",
    words: ["longBody", "shortBody", "noShadow", "near"],
    example: afterRise([100, 103.2, 99.8, 103], [102.5, 105.6, 102.3, 105.5], [105.4, 106.1, 105.1, 105.8]),
    forms: [
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
    text:
      "A long white candle, a black body that is not long and gaps above its body, and a black one that opens above " +
      "the second's open and closes below the second's close, but above the first's.",
    words: ["longBody"],
    example: afterRise([100, 104.3, 99.7, 104], [105.5, 105.9, 104.8, 105], [106, 106.2, 104.3, 104.6]),
    forms: [
      {
        value: -100,
        candles: ["white", "black", "black"],
        when: (c) =>
          c.body(2) > c.longBody(2) &&
          c.body(1) <= c.longBody(1) &&
          c.gapUp(1, 2) &&
          c.open(0) > c.open(1) &&
          c.close(0) < c.close(1) &&
          c.close(0) > c.close(2)
      }
    ]
  }
})
