import { type CandleWindow, param, type RuleScore } from "@mjolnir/core"
import { Schema } from "effect"

import { setting } from "../setting.ts"

/**
 * How to look at the candles so that the pattern is a double top: `upright` for double tops, `upsideDown` for double
 * bottoms, whose lows a change of sign turns into peaks, exactly. A word instead of functions, for what functions that
 * differ give back costs an object for every price.
 */
export type Outlook = "upright" | "upsideDown"

/** The end of the candle where peaks are. Heights grow upwards. */
const topOf = (window: CandleWindow, outlook: Outlook, age: number): number =>
  outlook === "upright" ? window.high(age) : -window.low(age)

/** The end of the candle where valleys are. */
const bottomOf = (window: CandleWindow, outlook: Outlook, age: number): number =>
  outlook === "upright" ? window.low(age) : -window.high(age)

/** The settings of a double top or bottom. */
export const doublePeakParams = Schema.Struct({
  tolerance: setting("How far apart, in quote currency, two peaks may be and still count as equally high", 0.01),
  span: param(
    Schema.Int.check(Schema.isGreaterThanOrEqualTo(9)),
    "Candles within which the pattern must lie, with those that make its first peak a peak",
    50
  )
})

/** Candles on each side of a peak that must not be higher. */
export const shoulder = 3

/** Two peaks with a candle between them, and their shoulders. */
export const shortestDoublePeak = 2 * shoulder + 3

/** Ages of the candles of a double peak; the second peak is always `shoulder` candles old. */
export interface DoublePeak {
  readonly firstPeak: number
  readonly valley: number
}

/**
 * The double peak whose second peak the newest candle confirms, if there is one: the candle `shoulder` candles ago and
 * the nearest peak before it are equally high, and a candle between them reaches below both. Whether the price breaks
 * the valley afterwards does not matter.
 *
 * The classic rules of the service that Mjolnir replaces.
 */
export const findDoublePeak = (window: CandleWindow, outlook: Outlook, tolerance: number): DoublePeak | undefined => {
  if (!isPeak(window, outlook, shoulder)) return undefined
  const firstPeak = peakBefore(window, outlook, shoulder)
  if (firstPeak === undefined) return undefined
  if (!(Math.abs(topOf(window, outlook, firstPeak) - topOf(window, outlook, shoulder)) <= tolerance)) return undefined
  const valley = deepestBetween(window, outlook, firstPeak, shoulder)
  const lowerPeakBottom = Math.min(bottomOf(window, outlook, firstPeak), bottomOf(window, outlook, shoulder))
  return valley !== undefined && bottomOf(window, outlook, valley) < lowerPeakBottom ? { firstPeak, valley } : undefined
}

/** Confidence in every double peak. */
export const doublePeakConfidence = 0.7

/** That the heights are equal is all that the confidence comes from. */
export const doublePeakRules = (apart: number, tolerance: number): ReadonlyArray<RuleScore> => [
  { rule: "difference of the two heights", value: apart, threshold: tolerance, score: doublePeakConfidence }
]

/** No candle of either shoulder is higher; equally high ones make several peaks. */
const isPeak = (window: CandleWindow, outlook: Outlook, age: number): boolean => {
  const height = topOf(window, outlook, age)
  for (let distance = 1; distance <= shoulder; distance++) {
    if (!(height >= topOf(window, outlook, age - distance) && height >= topOf(window, outlook, age + distance)))
      return false
  }
  return true
}

const peakBefore = (window: CandleWindow, outlook: Outlook, peak: number): number | undefined => {
  for (let age = peak + 1; age + shoulder < window.size; age++) if (isPeak(window, outlook, age)) return age
  return undefined
}

/** The oldest of the deepest candles between two others; undefined when the two are neighbours. */
const deepestBetween = (window: CandleWindow, outlook: Outlook, older: number, newer: number): number | undefined => {
  let deepest: number | undefined
  let depth = Number.POSITIVE_INFINITY
  for (let age = older - 1; age > newer; age--) {
    const bottom = bottomOf(window, outlook, age)
    if (bottom < depth) {
      deepest = age
      depth = bottom
    }
  }
  return deepest
}
