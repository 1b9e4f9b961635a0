import type { CandleWindow } from "@mjolnir/core"

import { bullFlagConfidence } from "./bullFlagConfidence.ts"
import type { BullFlagLimits, BullFlagShape } from "./bullFlagShape.ts"

/**
 * The bull flag of the highest confidence among all lengths of pole and flag that end with the newest candle; of
 * equal ones that with the shortest pole, then the shortest flag.
 *
 * Both lengths grow one candle at a time, so extremes and turns are carried on rather than found anew, and cheap tests
 * come before dear ones. Nothing is allocated until a flag is found.
 *
 * The classic rules of the service that Mjolnir replaces.
 */
export const findBullFlag = (window: CandleWindow, limits: BullFlagLimits): BullFlagShape | undefined => {
  const size = Math.min(window.size, longestBullFlag)
  if (!copyPrices(window, size)) return undefined
  let best: BullFlagShape | undefined
  let flagHigh = Number.NEGATIVE_INFINITY
  let flagLow = Number.POSITIVE_INFINITY
  let turns = 0
  let wasRising = false
  const longest = Math.min(longestFlag, size - shortestPole)
  for (let flagLength = 1; flagLength <= longest; flagLength++) {
    const added = flagLength - 1
    flagHigh = Math.max(flagHigh, at(highs, added))
    flagLow = Math.min(flagLow, at(lows, added))
    if (flagLength > 1) {
      // The sum of high and low is twice the candle's middle, and halving is exact.
      const rising = at(highs, added - 1) + at(lows, added - 1) > at(highs, added) + at(lows, added)
      if (flagLength > 2 && rising !== wasRising) turns++
      wasRising = rising
    }
    if (flagLength < shortestFlag || turns < Math.max(1, Math.floor(flagLength / 3))) continue
    const flagRange = (flagHigh - flagLow) / flagHigh
    if (!(flagRange >= limits.minimumFlagRange && flagRange <= limits.maximumFlagRange)) continue
    best = bestPole(best, size, limits, flagLength, flagHigh, flagLow, flagRange)
  }
  return best
}

/** `best`, or the flag with the given last candles and a pole before them if that is better. */
const bestPole = (
  best: BullFlagShape | undefined,
  size: number,
  limits: BullFlagLimits,
  flagLength: number,
  flagHigh: number,
  flagLow: number,
  flagRange: number
): BullFlagShape | undefined => {
  const end = flagLength
  const endHigh = Math.max(at(highs, end), at(highs, end + 1))
  if (!(endHigh > steepRise * at(lowestSoFar, end + 1))) return best
  const endMiddle = at(bodySums, end)
  let poleHigh = endHigh
  let poleLow = Math.min(at(lows, end), at(lows, end + 1))
  const longest = Math.min(longestPole, size - shortestBullFlag + shortestPole, size - flagLength)
  for (let poleLength = shortestPole; poleLength <= longest; poleLength++) {
    const start = flagLength + poleLength - 1
    poleHigh = Math.max(poleHigh, at(highs, start))
    poleLow = Math.min(poleLow, at(lows, start))
    if (!(endMiddle > leastBodyRise * at(bodySums, start) && flagHigh <= highestOvershoot * poleHigh)) continue
    const startLow = Math.min(at(lows, start), at(lows, start - 1))
    if (!((endHigh - startLow) / startLow >= at(requiredRise, poleLength))) continue
    const poleGain = (poleHigh - poleLow) / poleLow
    if (!(poleGain >= limits.minimumPoleGain && poleGain <= limits.maximumPoleGain)) continue
    const pullback = (poleHigh - flagLow) / (poleHigh - poleLow)
    if (!(pullback >= limits.minimumPullback && pullback <= limits.maximumPullback)) continue
    const confidence = bullFlagConfidence(poleLength, flagLength, poleGain, pullback, flagRange)
    const better =
      best === undefined ||
      confidence > best.confidence ||
      (confidence === best.confidence && poleLength < best.poleLength)
    if (better && keepsRising(start, poleLength)) {
      best = { poleLength, flagLength, poleGain, pullback, flagRange, poleLow, poleHigh, flagHigh, flagLow, confidence }
    }
  }
  return best
}

/** Of the pole's three thirds, the second or the third is about as high as the one before it, or higher. */
const keepsRising = (start: number, poleLength: number): boolean => {
  const third = Math.floor(poleLength / 3)
  const first = highestOf(start, third)
  const second = highestOf(start - third, third)
  return second >= aboutAsHigh * first || highestOf(start - 2 * third, poleLength - 2 * third) >= aboutAsHigh * second
}

/** The highest high of `candles` candles, the oldest of which has the given age. */
const highestOf = (oldest: number, candles: number): number => {
  let highest = at(highs, oldest)
  for (let age = oldest - 1; age > oldest - candles; age--) highest = Math.max(highest, at(highs, age))
  return highest
}

/**
 * Copies the prices of the window to where they can be read faster. False, and without the bodies, when no rise in the
 * window can be steep enough for a pole, of whatever length.
 */
const copyPrices = (window: CandleWindow, size: number): boolean => {
  let lowest = Number.POSITIVE_INFINITY
  let steepEnough = false
  for (let age = size - 1; age >= 0; age--) {
    const high = window.high(age)
    const low = window.low(age)
    lowest = Math.min(lowest, low)
    highs[age] = high
    lows[age] = low
    lowestSoFar[age] = lowest
    if (age >= shortestFlag && high > steepRise * lowest) steepEnough = true
  }
  if (!steepEnough) return false
  for (let age = shortestFlag; age < size; age++) bodySums[age] = window.open(age) + window.close(age)
  return true
}

const at = (prices: Float64Array, age: number): number => prices[age] ?? Number.NaN

const shortestPole = 3
const longestPole = 12
const shortestFlag = 4
const longestFlag = 15

/** From the middle of the pole's first body to that of its last, as a factor. */
const leastBodyRise = 1.005
/** How far the flag may reach above the pole, as a factor. */
const highestOvershoot = 1.03
/** A third of the pole that reaches this share of the one before it keeps rising. */
const aboutAsHigh = 0.995

/** Candles of the longest pole and flag. */
export const longestBullFlag = longestPole + longestFlag

/** Candles without which there is no bull flag: one more than the shortest pole and flag have. */
export const shortestBullFlag = 8

/** Rise from the pole's first two lows to its last two highs by the pole's length: the longer, the gentler. */
const leastRise = 0.025
const requiredRise = Float64Array.from({ length: longestPole + 1 }, (_, poleLength) =>
  Math.max(leastRise, 0.04 - 0.002 * poleLength)
)
/** A little less than the least rise, as a factor: what does not reach it needs no exact look. */
const steepRise = 1.0249

// Prices of the window being searched, by age. A search is synchronous and starts by rewriting them, so that all searches
// can share them. They are in this file because access to another module's is slower.
const highs = new Float64Array(longestBullFlag)
const lows = new Float64Array(longestBullFlag)
/** The lowest low of the candle and all before it. */
const lowestSoFar = new Float64Array(longestBullFlag)
/** Open plus close: twice the middle of the body. */
const bodySums = new Float64Array(longestBullFlag)
