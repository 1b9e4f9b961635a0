import { intervalMillis } from "@mjolnir/core"

import type { MarketMinute } from "./simulatedMarket.ts"
import type { Plant, SimulatedTick } from "./SimulatedStock.ts"

/** Reads a market tick by tick and keeps account of what was read. */
export class TickTape {
  /** Ticks read so far. */
  ticks = 0
  readonly #market: Iterator<MarketMinute, never>
  readonly #onPlant: (plant: Plant) => void
  #minute: MarketMinute
  /** Place of the next tick in the present minute. */
  #next = 0
  /** Candles of the minutes before the present one. */
  #earlierCandles = 0

  /** `onPlant` is told of a planted pattern when its first minute begins. */
  constructor(market: Iterator<MarketMinute, never>, onPlant: (plant: Plant) => void) {
    this.#market = market
    this.#onPlant = onPlant
    this.#minute = this.#nextMinute()
  }

  /** The ticks not read yet of before `time`. */
  *before(time: number): Generator<SimulatedTick> {
    while (this.#minute.start < time) {
      for (let tick = this.#minute.ticks[this.#next]; tick !== undefined; tick = this.#minute.ticks[this.#next]) {
        if (tick.time >= time) return
        this.#next++
        this.ticks++
        yield tick
      }
      if (time < this.#minute.start + minute) return
      this.#earlierCandles += candlesIn(this.#minute)
      this.#minute = this.#nextMinute()
    }
  }

  /** Candles that the ticks of all minutes before the present one amount to. */
  get wholeCandles(): number {
    return this.#earlierCandles
  }

  #nextMinute(): MarketMinute {
    const { value } = this.#market.next()
    for (const plant of value.plants) this.#onPlant(plant)
    this.#next = 0
    return value
  }
}

const minute = intervalMillis["1m"]

const candlesIn = ({ ticks }: MarketMinute): number => new Set(ticks.map(({ symbol }) => symbol)).size
