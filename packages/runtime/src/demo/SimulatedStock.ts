import { type EpochMillis, epochMillis, intervalMillis, type StockSymbol, type Tick } from "@mjolnir/core"
import type { SeededRandom } from "@mjolnir/core/testing"

import { candlePrices, candleShares, fewestCandleTicks } from "./candleTicks.ts"
import { aftermaths, type PlantedPattern, plantedPatterns, type ScriptedCandle } from "./plantedPatterns.ts"

/** A tick of the simulated market, which always says the volume. */
export type SimulatedTick = Required<Tick>

/** A pattern that was put into the market on purpose. */
export interface Plant {
  readonly symbol: StockSymbol
  readonly pattern: PlantedPattern
  /** Close of the candle that will complete the pattern. */
  readonly confirmedAt: EpochMillis
}

/** What becomes of a stock within one minute. */
export interface StockMinute {
  /** In order of time. */
  readonly ticks: ReadonlyArray<SimulatedTick>
  /** The pattern that begins with this minute, if any. */
  readonly plant: Plant | undefined
}

/** Patterns to plant, at least one. */
type NonEmptyPatterns = readonly [PlantedPattern, ...Array<PlantedPattern>]

/** Minutes without a script between two patterns of a stock. */
const pauseMinutes = { from: 5, to: 12 }
/** Minutes after the opening by which every stock's first pattern is complete. */
const latestFirstPattern = 10
/** Of the stocks, one in this many is traded a few times a minute at most, and some minutes not at all. */
const quietOneIn = 6
/** How fast the price comes back to where it began, as a share of the way and minute; else flags would lead it astray. */
const homesickness = 0.003

/**
 * One stock of the simulated market: a restless price in cents, and now and then a script that makes a pattern. Pure
 * but for its own memory: the same randomness gives the same ticks.
 */
export class SimulatedStock {
  readonly #symbol: StockSymbol
  readonly #patterns: NonEmptyPatterns
  readonly #random: SeededRandom
  /** Cents that the price is drawn to. */
  readonly #home: number
  /** Standard deviation of a minute's move, as a share of the price. */
  readonly #volatility: number
  readonly #ticksPerMinute: number
  readonly #usualVolume: number
  #cents: number
  #planted = 0
  /** Minutes until the next script begins. */
  #pause: number
  /** What is left of the script that runs, in cents and shares. */
  #script: ReadonlyArray<ScriptedCandle> = []

  /**
   * `patterns` are planted in turn, again and again. The first is complete `quietMinutes` after the beginning at the
   * earliest, and within ten minutes from then.
   */
  constructor(symbol: StockSymbol, patterns: NonEmptyPatterns, quietMinutes: number, random: SeededRandom) {
    const isQuiet = random.whole(1, quietOneIn) === 1
    this.#symbol = symbol
    this.#patterns = patterns
    this.#random = random
    this.#home = Math.round(8_000 * 6 ** random.next())
    this.#cents = this.#home
    this.#volatility = random.between(0.0004, 0.0008)
    this.#ticksPerMinute = isQuiet ? 1.5 : random.between(12, 30)
    this.#usualVolume = isQuiet ? random.whole(400, 900) : random.whole(4_000, 40_000)
    const firstLength = plantedPatterns[this.#nextPattern()].length
    this.#pause = Math.max(0, quietMinutes - firstLength + random.whole(1, latestFirstPattern))
  }

  /** The minute that begins at `start`, which must follow the one before. */
  minute(start: EpochMillis): StockMinute {
    const plant = this.#script.length === 0 && this.#pause-- <= 0 ? this.#plantPattern(start) : undefined
    const [candle, ...rest] = this.#script
    this.#script = rest
    return { ticks: candle === undefined ? this.#restlessMinute(start) : this.#scriptedMinute(start, candle), plant }
  }

  #plantPattern(start: EpochMillis): Plant {
    const pattern = this.#nextPattern()
    const script = plantedPatterns[pattern]
    this.#script = this.#toCents([...script, ...(aftermaths[pattern] ?? [])])
    this.#pause = this.#random.whole(pauseMinutes.from, pauseMinutes.to)
    this.#planted++
    return {
      symbol: this.#symbol,
      pattern,
      confirmedAt: epochMillis(start + script.length * intervalMillis["1m"])
    }
  }

  #nextPattern(): PlantedPattern {
    return this.#patterns[this.#planted % this.#patterns.length] ?? this.#patterns[0]
  }

  /** Equal prices of a script stay equal; how far it swings and how much is traded is a matter of chance. */
  #toCents(script: ReadonlyArray<ScriptedCandle>): ReadonlyArray<ScriptedCandle> {
    const swing = this.#random.between(0.95, 1.1)
    const cents = (percent: number) => Math.round(this.#cents * (1 + ((percent - 100) / 100) * swing))
    return script.map(([open, high, low, close, volume]): ScriptedCandle => {
      const shares = Math.round(this.#usualVolume * volume * this.#random.between(0.95, 1.05))
      return [cents(open), cents(high), cents(low), cents(close), shares]
    })
  }

  #restlessMinute(start: EpochMillis): ReadonlyArray<SimulatedTick> {
    const ticks = Math.round(this.#ticksPerMinute * this.#random.between(0, 2))
    const pull = (this.#home - this.#cents) * homesickness
    const step = (this.#cents * this.#volatility) / Math.sqrt(Math.max(1, ticks))
    let level = this.#cents
    return this.#times(start, ticks).map((time) => {
      level += pull / ticks + step * this.#random.normal()
      // Ticks jump between bid and ask, which lie around the level.
      this.#cents = Math.round(level + level * this.#volatility * this.#random.between(-0.6, 0.6))
      const share = this.#usualVolume / this.#ticksPerMinute
      return this.#tick(time, this.#cents, Math.max(1, Math.round(share * this.#random.between(0.2, 1.8))))
    })
  }

  #scriptedMinute(start: EpochMillis, candle: ScriptedCandle): ReadonlyArray<SimulatedTick> {
    const [, , , close, volume] = candle
    const ticks = Math.max(fewestCandleTicks, Math.round(this.#ticksPerMinute * this.#random.between(0.8, 1.5)))
    const times = this.#times(start, ticks)
    const prices = candlePrices(candle, ticks, this.#volatility / 2, this.#random)
    const shares = candleShares(volume, ticks, this.#random)
    this.#cents = close
    return times.map((time, index) => this.#tick(time, prices[index] ?? close, shares[index] ?? 1))
  }

  /** Times of ticks within the minute, in order. */
  #times(start: EpochMillis, ticks: number): Array<EpochMillis> {
    return Array.from({ length: ticks }, () =>
      epochMillis(start + this.#random.whole(0, intervalMillis["1m"] - 1))
    ).sort((one, other) => one - other)
  }

  #tick(time: EpochMillis, cents: number, volume: number): SimulatedTick {
    return { symbol: this.#symbol, time, price: cents / 100, volume }
  }
}
