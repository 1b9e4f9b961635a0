import type { Candle } from "../../domain/Candle.ts"
import { intervalMillis } from "../../domain/Interval.ts"
import { instantsOf } from "../candles/wallClock.ts"
import { type Leg, ordinaryPrice, paintCandles } from "./paintCandles.ts"
import type { Scenario } from "./Scenario.ts"
import { SeededRandom } from "./SeededRandom.ts"

export const springForwardDay: Scenario<Candle> = {
  name: "day of 23 hours",
  shows:
    "A market that never closes, from midnight to midnight in New York on 2025-03-09, when the clocks skip an hour",
  make: (seed) => wholeDay(seed, "2025-03-09", "2025-03-10")
}

export const fallBackDay: Scenario<Candle> = {
  name: "day of 25 hours",
  shows:
    "A market that never closes, from midnight to midnight in New York on 2025-11-02, when the clocks repeat an hour",
  make: (seed) => wholeDay(seed, "2025-11-02", "2025-11-03")
}

export const halfDay: Scenario<Candle> = {
  name: "half day",
  shows:
    "A session in New York that ends early: 2025-07-03 from 09:30 to 13:00, lively after the open and before the close",
  make: (seed) => {
    const random = new SeededRandom(seed)
    const start = newYork("2025-07-03", "09:30")
    return paintCandles(random, { start, price: ordinaryPrice(random) }, sessionLegs(random, minutesIn(3.5)))
  }
}

export const twoSessions: Scenario<Candle> = {
  name: "two sessions",
  shows: "2025-07-23 and 24 in New York from 09:30 to 16:00, a night without candles and another price in the morning",
  make: (seed) => {
    const random = new SeededRandom(seed)
    const start = newYork("2025-07-23", "09:30")
    const opens = 1 + random.between(0.02, 0.03) * (random.next() < 0.5 ? 1 : -1)
    const [opening, ...rest] = sessionLegs(random, minutesIn(6.5))
    return paintCandles(random, { start, price: ordinaryPrice(random) }, [
      ...sessionLegs(random, minutesIn(6.5)),
      ...(opening === undefined ? [] : [{ ...opening, opens, missing: minutesIn(17.5) }]),
      ...rest
    ])
  }
}

const newYork = (date: string, timeOfDay: string): number =>
  instantsOf(date, timeOfDay, "America/New_York")[0] ?? Number.NaN

const minutesIn = (hours: number): number => hours * 60

const wholeDay = (seed: number, date: string, dateAfter: string): ReadonlyArray<Candle> => {
  const random = new SeededRandom(seed)
  const start = newYork(date, "00:00")
  const candles = (newYork(dateAfter, "00:00") - start) / intervalMillis["1m"]
  const hours = Array.from({ length: candles / 60 }, (): Leg => ({ candles: 60, to: 1 + 0.003 * random.normal() }))
  return paintCandles(random, { start, price: ordinaryPrice(random) }, hours)
}

/** The volume of a session is highest at its two ends. */
const sessionLegs = (random: SeededRandom, candles: number): ReadonlyArray<Leg> => [
  { candles: 15, to: 1 + 0.003 * random.normal(), volume: 4 },
  { candles: candles - 30, to: 1 + 0.003 * random.normal() },
  { candles: 15, to: 1 + 0.003 * random.normal(), volume: 4 }
]
