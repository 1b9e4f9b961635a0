import type { PatternDescription } from "@mjolnir/core"

/** What the catalogue says of the classic patterns. The examples are made up. */

export const flatTopBreakoutDescription: PatternDescription = {
  means:
    "Sellers have stopped two candles in a row at the same high, and buyers close above it: the resistance has given " +
    "way.",
  rule:
    "The highs of the two candles before the newest are at most `tolerance` apart. The newest candle closes above both; " +
    "it is bullish, with a body of half a cent or more that is at least a tenth of its range and with no shadow that " +
    "makes it a hammer or a shooting star.",
  source: "The service that Mjolnir replaces",
  example: [
    [20.04, 20.15, 19.98, 20.11],
    [20.11, 20.18, 20.05, 20.07],
    [20.07, 20.21, 20.04, 20.19],
    [20.19, 20.34, 20.16, 20.31],
    [20.31, 20.5, 20.27, 20.42, 1200],
    [20.42, 20.5, 20.33, 20.37, 900],
    [20.38, 20.73, 20.36, 20.68, 1900]
  ]
}

export const bullishReversalDescription: PatternDescription = {
  means:
    "After a rise the price falls back for two candles, and one strong candle takes the second of them back: the " +
    "pullback is over and the rise goes on.",
  rule:
    "A bullish candle, then two bearish ones of which the second closes lower, then a bullish one that closes above the " +
    "open of the candle before it. Every one has a body of half a cent or more that is at least a tenth of its range, " +
    "and none is a hammer, a hanging man or a shooting star.",
  source: "The service that Mjolnir replaces",
  example: [
    [20.05, 20.17, 20, 20.14],
    [20.14, 20.25, 20.09, 20.12],
    [20.12, 20.36, 20.1, 20.31],
    [20.31, 20.82, 20.27, 20.76, 1300],
    [20.75, 20.78, 20.53, 20.58, 900],
    [20.57, 20.61, 20.34, 20.4, 800],
    [20.41, 20.73, 20.37, 20.69, 1500]
  ]
}

export const bearishReversalDescription: PatternDescription = {
  means:
    "After a fall the price bounces for two candles, and one strong candle takes the second of them back: the bounce is " +
    "over and the fall goes on.",
  rule:
    "A bearish candle, then two bullish ones of which the second closes higher, then a bearish one that closes below the " +
    "open of the candle before it. Every one has a body of half a cent or more that is at least a tenth of its range, " +
    "and none is a hammer, a hanging man or a shooting star.",
  source: "The service that Mjolnir replaces, which reported it anew with every candle until it left the window",
  example: [
    [20.95, 21, 20.83, 20.86],
    [20.86, 20.91, 20.75, 20.88],
    [20.88, 20.9, 20.64, 20.69],
    [20.69, 20.73, 20.18, 20.24, 1300],
    [20.25, 20.47, 20.22, 20.42, 900],
    [20.43, 20.66, 20.39, 20.6, 800],
    [20.59, 20.63, 20.27, 20.31, 1500]
  ]
}

export const doubleTopDescription: PatternDescription = {
  means:
    "The price turns down twice at the same high. Buyers have failed there a second time, and a fall below the valley " +
    "between the tops is feared.",
  rule:
    "Two neighbouring peaks within `span` candles, whose highs are at most `tolerance` apart; a peak is a candle with " +
    "three candles on each side that are not higher. A candle between the two reaches below both. Found when three " +
    "candles have passed since the second peak; whether the price breaks the valley does not matter.",
  source: "The service that Mjolnir replaces",
  example: [
    [20.02, 20.16, 19.97, 20.12],
    [20.12, 20.29, 20.08, 20.25],
    [20.25, 20.45, 20.22, 20.41],
    [20.41, 20.58, 20.35, 20.52],
    [20.52, 20.8, 20.49, 20.71, 1400],
    [20.7, 20.74, 20.5, 20.55],
    [20.55, 20.6, 20.33, 20.38],
    [20.38, 20.43, 20.21, 20.26],
    [20.26, 20.35, 20.14, 20.32],
    [20.32, 20.47, 20.29, 20.44],
    [20.44, 20.63, 20.41, 20.59],
    [20.59, 20.8, 20.56, 20.68, 1100],
    [20.67, 20.72, 20.46, 20.5],
    [20.5, 20.55, 20.31, 20.36],
    [20.36, 20.41, 20.22, 20.27]
  ]
}

export const doubleBottomDescription: PatternDescription = {
  means:
    "The price turns up twice at the same low. Sellers have failed there a second time, and a rise above the peak between " +
    "the bottoms is hoped for.",
  rule:
    "Two neighbouring lows within `span` candles that are at most `tolerance` apart; each has three candles on each side " +
    "that are not lower. A candle between the two reaches above both. Found when three candles have passed since the " +
    "second low; whether the price breaks the peak between them does not matter.",
  source: "The double top of the service that Mjolnir replaces, upside down; the service only announced this one",
  example: [
    [20.98, 21.03, 20.84, 20.88],
    [20.88, 20.92, 20.71, 20.75],
    [20.75, 20.78, 20.55, 20.59],
    [20.59, 20.65, 20.42, 20.48],
    [20.48, 20.51, 20.2, 20.29, 1400],
    [20.3, 20.5, 20.26, 20.45],
    [20.45, 20.67, 20.4, 20.62],
    [20.62, 20.79, 20.57, 20.74],
    [20.74, 20.86, 20.65, 20.68],
    [20.68, 20.71, 20.53, 20.56],
    [20.56, 20.59, 20.37, 20.41],
    [20.41, 20.44, 20.2, 20.32, 1100],
    [20.33, 20.54, 20.28, 20.5],
    [20.5, 20.69, 20.45, 20.64],
    [20.64, 20.78, 20.59, 20.73]
  ]
}

export const bullFlagDescription: PatternDescription = {
  means:
    "A steep rise (the pole) and a narrow pause that gives a part of it back (the flag). Buyers rest, and a second rise " +
    "of about the same size is expected when the price leaves the flag upwards.",
  rule:
    "A pole of 3 to 12 candles that gains `minimumPoleGain` to `maximumPoleGain` from its low to its high, and then the " +
    "newest 4 to 15 candles as the flag: its low gives back `minimumPullback` to `maximumPullback` of the pole, its " +
    "height is `minimumFlagRange` to `maximumFlagRange` of its high, and it turns at least once in three candles. The " +
    "flag's high exceeds the pole's by 3 % at most. Found before the price breaks out, and anew with every candle that " +
    "makes the flag longer.",
  source: "The service that Mjolnir replaces",
  example: [
    [20.02, 20.09, 19.95, 20.05],
    [20.05, 20.11, 19.98, 20.01],
    [20.01, 20.08, 19.96, 20.06],
    [20.06, 20.38, 20.04, 20.34, 1900],
    [20.34, 20.62, 20.3, 20.58, 2200],
    [20.58, 20.88, 20.53, 20.83, 2100],
    [20.83, 21.14, 20.8, 21.09, 2400],
    [21.09, 21.3, 21.04, 21.24, 1800],
    [21.22, 21.25, 21.02, 21.06, 1000],
    [21.06, 21.16, 20.93, 20.97, 800],
    [20.97, 21.17, 20.96, 21.12, 900],
    [21.12, 21.14, 20.88, 20.92, 700],
    [20.92, 21, 20.81, 20.86, 600],
    [20.86, 21.03, 20.84, 20.98, 700]
  ]
}

export const bearFlagDescription: PatternDescription = {
  means:
    "A steep fall (the pole) and a narrow recovery that wins a part of it back (the flag). Sellers rest, and a second " +
    "fall is expected when the price leaves the flag downwards.",
  rule:
    "Five candles that fall by at least `minimumDecline` from the high of the first to the low of the last, then the " +
    "newest five as the flag: its high wins back `minimumRetrace` to `maximumRetrace` of the fall, and its height is at " +
    "most `maximumFlagRange` of its low. Found before the price breaks down.",
  source: "The service that Mjolnir replaces, which noticed it one candle late",
  example: [
    [19.86, 19.98, 19.78, 19.93],
    [19.93, 20.06, 19.84, 19.89],
    [19.89, 20.02, 19.82, 19.97],
    [19.96, 20, 19.47, 19.55, 2100],
    [19.55, 19.63, 18.98, 19.07, 2300],
    [19.07, 19.15, 18.44, 18.52, 2600],
    [18.52, 18.6, 17.93, 18.04, 2400],
    [18.04, 18.1, 17.4, 17.52, 2800],
    [17.52, 17.94, 17.48, 17.86, 1300],
    [17.86, 18.19, 17.78, 18.11, 1100],
    [18.11, 18.34, 17.97, 18.05, 900],
    [18.05, 18.47, 18, 18.38, 1000],
    [18.38, 18.52, 18.14, 18.22, 800]
  ]
}
