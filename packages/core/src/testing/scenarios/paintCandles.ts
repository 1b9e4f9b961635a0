import { type Candle, emptyIntervalsBetween } from "../../domain/Candle.ts"
import { epochMillis } from "../../domain/EpochMillis.ts"
import { intervalMillis } from "../../domain/Interval.ts"
import type { SeededRandom } from "./SeededRandom.ts"

/** A stretch of a path of prices. Prices and volumes are factors of the painting's. */
export interface Leg {
  readonly candles: number
  /** Where its last candle closes, to the cent; the closes before are on a straight way there, but for noise. */
  readonly to: number
  /** Where its first candle opens; where the one before closed when left out. */
  readonly opens?: number
  readonly volume?: number
  /** Candles missing before it. */
  readonly missing?: number
}

/** What the legs are factors of. */
interface Painting {
  /** Start of the first candle in epoch milliseconds; 2025-07-23 09:30 in New York when left out. */
  readonly start?: number
  readonly price: number
  /** Digits behind the point of a price, 2 when left out. */
  readonly decimals?: number
  /** Spread of closes around the way and length of shadows, as a factor of the price; 0.0005 when left out. */
  readonly noise?: number
  /** Volume of an ordinary candle, 1000 when left out. */
  readonly volume?: number
}

/** Candles of a minute along these legs. */
export const paintCandles = (
  random: SeededRandom,
  { start = defaultStart, price, decimals = 2, noise = 0.0005, volume = 1_000 }: Painting,
  legs: ReadonlyArray<Leg>
): ReadonlyArray<Candle> => {
  const scale = 10 ** decimals
  const rounded = (value: number): number => Math.max(1, Math.round(value * scale)) / scale
  // Bounded, so that what a scenario shows holds for every seed.
  const chance = (): number => Math.min(most, Math.max(-most, random.normal()))
  const spread = (size: number): number => price * noise * size
  const made: Array<Candle> = []
  let time = start
  let last = rounded(price * (legs[0]?.opens ?? 1))
  for (const leg of legs) {
    time += (leg.missing ?? 0) * minute
    if (leg.opens !== undefined) last = rounded(price * leg.opens)
    const from = last
    for (let step = 1; step <= leg.candles; step++) {
      const isLast = step === leg.candles
      const way = from + (price * leg.to - from) * (step / leg.candles)
      const open = last
      const close = rounded(isLast ? price * leg.to : way + spread(chance()))
      made.push({
        time: epochMillis(time),
        open,
        high: rounded(Math.max(open, close) + spread(Math.abs(chance()))),
        low: rounded(Math.min(open, close) - spread(Math.abs(chance()))),
        close,
        volume: Math.round(volume * (leg.volume ?? 1) * random.between(0.7, 1.3)),
        ticks: random.whole(1, 40),
        partial: false,
        gap: emptyIntervalsBetween(made.at(-1)?.time, time, minute)
      })
      last = close
      time += minute
    }
  }
  return made
}

/** The legs upside down: what rose falls. */
export const mirrored = (legs: ReadonlyArray<Leg>): ReadonlyArray<Leg> =>
  legs.map((leg) => ({ ...leg, to: 2 - leg.to, ...(leg.opens === undefined ? {} : { opens: 2 - leg.opens }) }))

/** A price at which a cent is a small step. */
export const ordinaryPrice = (random: SeededRandom): number => Math.round(random.between(50, 200) * 100) / 100

/** 2025-07-23 09:30 in New York. */
export const defaultStart = Date.UTC(2025, 6, 23, 13, 30)

const minute = intervalMillis["1m"]

/** Spreads of noise that a price is off at the most. */
const most = 2.5
