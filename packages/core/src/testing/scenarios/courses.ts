import type { Candle } from "../../domain/Candle.ts"
import { type Leg, mirrored, ordinaryPrice, paintCandles } from "./paintCandles.ts"
import type { Scenario } from "./Scenario.ts"
import { SeededRandom } from "./SeededRandom.ts"

export const trendUp: Scenario<Candle> = {
  name: "trend up",
  shows: "Rises by 6 to 10 % in 60 candles, each third above the one before",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: ordinaryPrice(random) }, [{ candles: 60, to: random.between(1.06, 1.1) }])
  }
}

export const trendDown: Scenario<Candle> = {
  name: "trend down",
  shows: "Falls by 6 to 10 % in 60 candles, each third below the one before",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: ordinaryPrice(random) }, [{ candles: 60, to: random.between(0.9, 0.94) }])
  }
}

export const range: Scenario<Candle> = {
  name: "range",
  shows: "Swings six times between a support and a resistance 2 % apart and breaks neither",
  make: (seed) => {
    const random = new SeededRandom(seed)
    const swings = Array.from({ length: 6 }, (): ReadonlyArray<Leg> => [
      { candles: random.whole(6, 10), to: 1.01 },
      { candles: random.whole(6, 10), to: 0.99 }
    ])
    return paintCandles(random, { price: ordinaryPrice(random) }, swings.flat())
  }
}

export const randomWalk: Scenario<Candle> = {
  name: "random walk",
  shows: "300 candles, each a random step from the one before",
  make: (seed) => {
    const random = new SeededRandom(seed)
    let to = 1
    const steps = Array.from({ length: 300 }, (): Leg => {
      to *= 1 + 0.0015 * random.normal()
      return { candles: 1, to }
    })
    return paintCandles(random, { price: ordinaryPrice(random) }, steps)
  }
}

export const constantPrice: Scenario<Candle> = {
  name: "constant price",
  shows: "60 candles whose open, high, low and close are all the same price",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: ordinaryPrice(random), noise: 0 }, [{ candles: 60, to: 1 }])
  }
}

export const doubleTop: Scenario<Candle> = {
  name: "double top",
  shows:
    "Two highs within 0.4 % of each other, a valley at least 1.5 % below between them, and a close below the valley",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: ordinaryPrice(random) }, doubleTopLegs(random))
  }
}

export const doubleBottom: Scenario<Candle> = {
  name: "double bottom",
  shows: "Two lows within 0.4 % of each other, a peak at least 1.5 % above between them, and a close above the peak",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: ordinaryPrice(random) }, mirrored(doubleTopLegs(random)))
  }
}

export const headAndShoulders: Scenario<Candle> = {
  name: "head and shoulders",
  shows:
    "Three highs, the middle one at least 1.5 % above two that are within 0.4 % of each other, and a close below the valleys",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: ordinaryPrice(random) }, [
      { candles: random.whole(8, 12), to: 1.03 },
      { candles: random.whole(5, 8), to: 1.01 },
      { candles: random.whole(7, 10), to: random.between(1.052, 1.06) },
      { candles: random.whole(7, 10), to: 1.01 },
      { candles: random.whole(5, 8), to: random.between(1.0295, 1.0305) },
      { candles: random.whole(8, 12), to: 0.985 }
    ])
  }
}

export const bullFlag: Scenario<Candle> = {
  name: "bull flag",
  shows:
    "A pole of at least 5 % on high volume, a drift that gives back less than half of it on low volume, a new high",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: ordinaryPrice(random) }, flagLegs(random))
  }
}

export const bearFlag: Scenario<Candle> = {
  name: "bear flag",
  shows:
    "A pole of at least 5 % down on high volume, a drift that gives back less than half of it on low volume, a new low",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return paintCandles(random, { price: ordinaryPrice(random) }, mirrored(flagLegs(random)))
  }
}

const doubleTopLegs = (random: SeededRandom): ReadonlyArray<Leg> => [
  { candles: random.whole(10, 14), to: 1.04 },
  { candles: random.whole(6, 10), to: 1.02 },
  { candles: random.whole(6, 10), to: random.between(1.0395, 1.0405) },
  { candles: random.whole(10, 14), to: 1 }
]

const flagLegs = (random: SeededRandom): ReadonlyArray<Leg> => [
  { candles: random.whole(10, 14), to: 1 },
  { candles: random.whole(4, 6), to: random.between(1.055, 1.065), volume: 3 },
  { candles: random.whole(8, 12), to: 1.045, volume: 0.5 },
  { candles: 3, to: 1.08, volume: 3 }
]
