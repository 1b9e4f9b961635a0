import { type Candle, epochMillis } from "@mjolnir/core"

import { SeededRandom } from "../../core/src/testing/scenarios/SeededRandom.ts"

/** Steps of the walk in each candle. */
const steps = 20
/** Standard deviation of a step: a candle's close is about 0.1 % from its open, as on minutes of a lively stock. */
const stepSize = 0.001 / Math.sqrt(steps)

/**
 * One-minute candles of a driftless random walk: the logarithm of the price takes 20 normal steps in each. There is no
 * pattern in it but by chance. Prices are rounded to a cent of 100 dollars, so that ties come about as on a market.
 */
export const minuteWalk = (length: number, seed: number): ReadonlyArray<Candle> => {
  const random = new SeededRandom(seed)
  const start = Date.UTC(2025, 0, 6, 14, 30)
  let logarithm = Math.log(100)
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
    const time = epochMillis(start + minute * 60_000)
    return { time, open, high, low, close, volume, ticks: steps, partial: false, gap: 0 }
  })
}
