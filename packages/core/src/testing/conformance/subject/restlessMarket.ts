import type { Candle } from "../../../domain/Candle.ts"
import { epochMillis } from "../../../domain/EpochMillis.ts"
import { intervalMillis } from "../../../domain/Interval.ts"
import { defaultStart, type Leg, paintCandles } from "../../scenarios/paintCandles.ts"
import type { SeededRandom } from "../../scenarios/SeededRandom.ts"

/**
 * Legs of all sizes up and down: small swings, steep poles with a flag behind them, and turns where the price turned
 * before, so that tops and bottoms come in pairs.
 */
export const restlessMarket = (random: SeededRandom, prices: Prices = {}): ReadonlyArray<Candle> => {
  const legs: Array<Leg> = []
  const turns: Array<number> = [1]
  for (let leg = 0; leg < 24; leg++) {
    const last = turns.at(-1) ?? 1
    const isUp = last < 0.8 || (last < 1.25 && random.next() < 0.5)
    const before = turns.at(-2)
    const kind = random.next()
    if (kind < 0.25 && before !== undefined) {
      turn(legs, turns, before, { candles: random.whole(3, 8), volume: random.between(0.5, 2) })
    } else if (kind < 0.55) {
      const pole = last * (1 + (isUp ? 1 : -1) * random.between(0.03, 0.13))
      turn(legs, turns, pole, { candles: random.whole(4, 6), volume: 3 })
      const flag = pole + (last - pole) * random.between(0.2, 0.6)
      turn(legs, turns, flag, { candles: random.whole(5, 9), volume: 0.5 })
    } else {
      const size = random.between(0.002, 0.03)
      turn(legs, turns, last * (1 + (isUp ? size : -size)), { candles: random.whole(2, 12) })
    }
  }
  return paintCandles(random, { price: 100, noise: 0.001, ...prices }, legs)
}

interface Prices {
  /** 100 when left out. */
  readonly price?: number
  readonly decimals?: number
  readonly volume?: number
}

const turn = (legs: Array<Leg>, turns: Array<number>, to: number, leg: Omit<Leg, "to">): void => {
  legs.push({ ...leg, to })
  turns.push(to)
}

/** Small steps on a grid of 1/64, on which sums and differences are exact and equal highs, lows and closes are common. */
export const gridWalk = (random: SeededRandom): ReadonlyArray<Candle> => {
  let price = 16
  return Array.from({ length: 160 }, (_, index) => {
    const open = price
    price += random.whole(-2, 2) / 64
    return {
      time: epochMillis(defaultStart + index * intervalMillis["1m"]),
      open,
      high: Math.max(open, price) + random.whole(0, 1) / 64,
      low: Math.min(open, price) - random.whole(0, 1) / 64,
      close: price,
      volume: random.whole(1, 20) * 100,
      ticks: random.whole(1, 40),
      partial: random.next() < 0.02,
      gap: 0
    }
  })
}
