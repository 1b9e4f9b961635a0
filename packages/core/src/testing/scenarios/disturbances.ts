import type { Candle } from "../../domain/Candle.ts"
import { type Leg, ordinaryPrice, paintCandles } from "./paintCandles.ts"
import type { Scenario } from "./Scenario.ts"
import { SeededRandom } from "./SeededRandom.ts"

export const priceGaps: Scenario<Candle> = {
  name: "price gaps",
  shows: "Opens four times at least 1 % beyond the whole candle before, without a missing candle",
  make: (seed) => {
    const random = new SeededRandom(seed)
    const leaps = [1.025, 0.995, 1.03, 1].map((opens): Leg => ({ candles: random.whole(6, 12), opens, to: opens }))
    return paintCandles(random, { price: ordinaryPrice(random) }, [{ candles: 10, to: 1 }, ...leaps])
  }
}

export const missingCandles: Scenario<Candle> = {
  name: "missing candles",
  shows: "A thin market: 60 candles, before every third or so of them one to five are missing",
  make: (seed) => {
    const random = new SeededRandom(seed)
    const stretches = Array.from({ length: 20 }, (_, index): Leg => ({
      candles: 3,
      to: 1 + 0.002 * random.normal(),
      missing: index === 0 ? 0 : random.whole(1, 5)
    }))
    return paintCandles(random, { price: ordinaryPrice(random) }, stretches)
  }
}

export const halt: Scenario<Candle> = {
  name: "halt",
  shows: "Trading stops for 10 to 30 candles and goes on at least 5 % higher or lower, on high volume",
  make: (seed) => {
    const random = new SeededRandom(seed)
    const opens = 1 + random.between(0.06, 0.12) * (random.next() < 0.5 ? 1 : -1)
    return paintCandles(random, { price: ordinaryPrice(random) }, [
      { candles: random.whole(20, 30), to: 1 },
      { candles: 3, opens, to: opens, missing: random.whole(10, 30), volume: 6 },
      { candles: random.whole(15, 25), to: opens }
    ])
  }
}

export const flashCrash: Scenario<Candle> = {
  name: "flash crash",
  shows:
    "Falls by at least 8 % in four candles on high volume and is back within 2 % of where it was ten candles later",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: ordinaryPrice(random) }, [
      { candles: random.whole(20, 30), to: 1 },
      { candles: random.whole(2, 4), to: random.between(0.86, 0.91), volume: 8 },
      { candles: random.whole(5, 9), to: 0.99, volume: 4 },
      { candles: random.whole(15, 25), to: 0.99 }
    ])
  }
}

export const hugeCandle: Scenario<Candle> = {
  name: "single huge candle",
  shows: "One candle at least 20 times as long as any other, with at least 20 times their volume",
  make: (seed) => {
    const random = new SeededRandom(seed)
    const to = random.next() < 0.5 ? 0.88 : 1.12
    return paintCandles(random, { price: ordinaryPrice(random) }, [
      { candles: random.whole(20, 30), to: 1 },
      { candles: 1, to, volume: 60 },
      { candles: random.whole(20, 30), to }
    ])
  }
}

export const zeroVolume: Scenario<Candle> = {
  name: "zero volume",
  shows: "Prices move as ever, but no candle has any volume",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: ordinaryPrice(random), volume: 0 }, swings(random))
  }
}

export const pennyPrices: Scenario<Candle> = {
  name: "penny prices",
  shows: "All prices are below 10 cents, in steps of a hundredth of a cent",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: random.between(0.01, 0.05), decimals: 4, noise: 0.01 }, swings(random))
  }
}

export const highPrices: Scenario<Candle> = {
  name: "high prices",
  shows: "All prices are above 400 000, in steps of a cent",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: random.between(500_000, 900_000), volume: 5 }, swings(random))
  }
}

const swings = (random: SeededRandom): ReadonlyArray<Leg> =>
  [1.03, 0.99, 1.02, 0.98, 1.01].map((to) => ({ candles: random.whole(10, 14), to }))
