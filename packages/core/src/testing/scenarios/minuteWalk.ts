import type { Candle } from "../../domain/Candle.ts"
import { epochMillis } from "../../domain/EpochMillis.ts"
import { intervalMillis } from "../../domain/Interval.ts"
import { SeededRandom } from "./SeededRandom.ts"

/** What a driftless walk is like; each has a default. */
export interface MinuteWalkOptions {
  /** Where it begins; 100 when left out. */
  readonly price?: number
  /**
   * Standard deviation of the way from a candle's open to its close, as a share of the price; 0.001 when left out, as on
   * minutes of a lively stock.
   */
  readonly deviation?: number
}

/**
 * One-minute candles of a driftless random walk, the same for the same seed: the logarithm of the price takes 20 normal
 * steps in each, and each opens where the one before closed. There is no pattern in it but by chance, so that what a
 * detector finds here tells how much of what it finds elsewhere may be chance. Prices are rounded to a cent, so that ties
 * come about as on a market.
 *
 * @example
 * const noise = minuteWalk(1, 10_000)
 * const found = matchesOf(threeUp, noise).flat()
 * assert.isBelow((found.length / noise.length) * 1_000, 5)
 */
export const minuteWalk = (
  seed: number,
  length: number,
  { deviation = 0.001, price: first = 100 }: MinuteWalkOptions = {}
): ReadonlyArray<Candle> => {
  const random = new SeededRandom(seed)
  const stepSize = deviation / Math.sqrt(steps)
  let logarithm = Math.log(first)
  let low = 0
  let high = 0
  const price = (): number => {
    const now = Math.round(Math.exp(logarithm) * 100) / 100
    if (now < low) low = now
    if (now > high) high = now
    return now
  }
  return Array.from({ length }, (_, minute) => {
    low = Number.POSITIVE_INFINITY
    high = 0
    const open = price()
    let close = open
    for (let step = 0; step < steps; step++) {
      logarithm += random.normal() * stepSize
      close = price()
    }
    const volume = random.whole(100, 5_000)
    const time = epochMillis(start + minute * intervalMillis["1m"])
    return { time, open, high, low, close, volume, ticks: steps, partial: false, gap: 0 }
  })
}

/** Steps of the walk in each candle. */
const steps = 20
/** 2025-01-06 09:30 in New York. */
const start = Date.UTC(2025, 0, 6, 14, 30)
