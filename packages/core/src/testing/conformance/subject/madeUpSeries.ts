import { type Candle, emptyIntervalsBetween } from "../../../domain/Candle.ts"
import { epochMillis } from "../../../domain/EpochMillis.ts"
import { type Interval, intervalMillis } from "../../../domain/Interval.ts"
import type { Scenario } from "../../scenarios/Scenario.ts"
import { scenarios } from "../../scenarios/scenarios.ts"
import { SeededRandom } from "../../scenarios/SeededRandom.ts"
import { gridWalk, restlessMarket } from "./restlessMarket.ts"
import type { Series } from "./Series.ts"

/**
 * The series on which detectors are tried, the same for ever: patterns of all sizes, highs and lows that are equal to the
 * cent, gaps, halts, candles without volume, prices of a cent and of a million. Each is long enough to be warm for a good
 * part of it when a detector looks back `lookback` candles; of long ones there are fewer, with more in each.
 */
export const madeUpSeries = (interval: Interval, lookback: number): readonly [Series, ...ReadonlyArray<Series>] => {
  const length = 2 * lookback + shortest
  const count = Math.max(1, Math.min(kinds.length, Math.floor(mostCandles / length)))
  const series = (nth: number): Series => {
    const own = kinds.filter((_, index) => index % count === nth)
    const candles = chained(own, length, { start: firstStart + nth * apart, interval })
    return { name: own.map(({ name }) => name).join(" and "), interval, candles }
  }
  return [series(0), ...Array.from({ length: count - 1 }, (_, index) => series(index + 1))]
}

/** Candles of each series beyond those that the detector looks back. */
const shortest = 320
const mostCandles = 12_000

/** 04:00 in New York, and how far the series lie apart, so that they see every part of the trading day. */
const firstStart = Date.UTC(2025, 6, 23, 8)
const apart = 3 * intervalMillis["1h"]

type Kind = Pick<Scenario<Candle>, "name" | "make">

const patterns = Object.values(scenarios).filter(({ name }) =>
  ["double top", "head and shoulders", "bull flag", "bear flag", "double bottom", "range", "trend up"].includes(name)
)
const disturbances = Object.values(scenarios).filter(({ name }) =>
  ["price gaps", "missing candles", "halt", "flash crash", "single huge candle", "constant price"].includes(name)
)

const oneAfterTheOther =
  (made: ReadonlyArray<Kind>): Kind["make"] =>
  (seed) =>
    made[seed % made.length]?.make(seed) ?? []

const kinds: ReadonlyArray<Kind> = [
  { name: "a restless market", make: (seed) => restlessMarket(new SeededRandom(seed)) },
  { name: "a random walk", make: scenarios.randomWalk.make },
  { name: "prices on a coarse grid", make: (seed) => gridWalk(new SeededRandom(seed)) },
  { name: "textbook patterns", make: oneAfterTheOther(patterns) },
  { name: "disturbances", make: oneAfterTheOther(disturbances) },
  { name: "no volume", make: (seed) => restlessMarket(new SeededRandom(seed), { volume: 0 }) },
  { name: "penny prices", make: (seed) => restlessMarket(new SeededRandom(seed), { price: 0.03, decimals: 4 }) },
  { name: "high prices", make: (seed) => restlessMarket(new SeededRandom(seed), { price: 600_000 }) }
]

/** Stretches of these kinds by turns, with one seed after the other, each where the one before ended. */
const chained = (
  made: ReadonlyArray<Kind>,
  length: number,
  { interval, start }: { readonly start: number; readonly interval: Interval }
): ReadonlyArray<Candle> => {
  const millis = intervalMillis[interval]
  const candles: Array<Candle> = []
  let next = Math.ceil(start / millis) * millis
  for (let seed = 0; candles.length < length; seed++) {
    const stretch = made[seed % made.length]?.make(seed) ?? []
    const [first] = stretch
    if (first === undefined) break
    for (const candle of stretch) {
      // Scenarios are of minutes, and keep the minutes that are missing.
      const time = next + ((candle.time - first.time) / intervalMillis["1m"]) * millis
      const gap = emptyIntervalsBetween(candles.at(-1)?.time, time, millis)
      candles.push({ ...candle, time: epochMillis(time), gap })
    }
    next = (candles.at(-1)?.time ?? next) + millis
  }
  return candles.slice(0, length)
}
