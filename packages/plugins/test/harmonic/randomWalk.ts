import { type Candle, epochMillis } from "@mjolnir/core"
import { SeededRandom } from "@mjolnir/core/testing"

/** A driftless market of candles of a minute, each of 20 steps of which every one is up or down by chance. */
export const randomWalk = (seed: number, length: number): ReadonlyArray<Candle> => {
  const random = new SeededRandom(seed)
  let price = 100
  return Array.from({ length }, (_, index) => {
    const open = price
    let [high, low] = [price, price]
    for (let step = 0; step < 20; step++) {
      price *= Math.exp(0.0002 * random.normal())
      high = Math.max(high, price)
      low = Math.min(low, price)
    }
    return candleAt(index, open, high, low, price)
  })
}

/** A candle at its place in a series. */
export const candleAt = (index: number, open: number, high: number, low: number, close: number): Candle => ({
  time: epochMillis(start + index * 60_000),
  open,
  high,
  low,
  close,
  volume: 1_000,
  ticks: 0,
  partial: false,
  gap: 0
})

const start = Date.UTC(2025, 6, 23, 13, 30)
