import { Schema } from "effect"

import { checkCount } from "./checkCount.ts"
import type { Pivot, PivotReading } from "./Pivot.ts"
import { sharedGetters } from "./sharedGetters.ts"
import { stateNumber, stateNumbers } from "./stateNumber.ts"

/** How many pivots a feature remembers, and for how long. */
export interface PivotLimits {
  /** Pivots remembered at the most; 16 when left out. */
  readonly keep?: number
  /** Pivots whose candle is older than this are forgotten; 120 candles when left out. */
  readonly within?: number
}

/** The newest pivots in a ring of columns, and the candles counted, so that ages stay right. */
export const PivotMemory = Schema.Struct({
  /** Candles seen. */
  candles: stateNumber,
  /** Pivots remembered, and the slot of the newest one. */
  size: stateNumber,
  newest: stateNumber,
  /** 1 for a high, -1 for a low. */
  sides: stateNumbers,
  prices: stateNumbers,
  times: stateNumbers,
  /** Which of the candles seen was the pivot's, and which confirmed it. */
  pivotCandles: stateNumbers,
  confirmingCandles: stateNumbers
})
export type PivotMemory = typeof PivotMemory.Type

/** Says which way price turned: 1 for a high, -1 for a low. */
export type Side = 1 | -1

export const checkLimits = (feature: string, { keep, within }: Required<PivotLimits>): void => {
  checkCount(feature, "keep", keep)
  checkCount(feature, "within", within)
}

export const defaultLimits: Required<PivotLimits> = { keep: 16, within: 120 }

export const emptyMemory = (keep: number): PivotMemory => {
  const column = () => Array.from({ length: keep }, () => 0)
  return {
    candles: 0,
    size: 0,
    newest: keep - 1,
    sides: column(),
    prices: column(),
    times: column(),
    pivotCandles: column(),
    confirmingCandles: column()
  }
}

/** Counts the newest candle and forgets the pivot that has become too old. */
export const countCandle = (memory: PivotMemory, within: number): void => {
  memory.candles++
  while (memory.size > 0 && ageAt(memory, slotOf(memory, memory.size - 1)) > within) memory.size--
}

/** Remembers a pivot that the newest candle confirms, in place of the oldest one. */
export const remember = (memory: PivotMemory, side: Side, price: number, time: number, age: number): void => {
  const keep = memory.prices.length
  const slot = (memory.newest + 1) % keep
  memory.sides[slot] = side
  memory.prices[slot] = price
  memory.times[slot] = time
  memory.pivotCandles[slot] = memory.candles - 1 - age
  memory.confirmingCandles[slot] = memory.candles - 1
  memory.newest = slot
  if (memory.size < keep) memory.size++
}

/** What detectors see of the memory. Each place is made when it is first asked for, and then shown again. */
export const pivotReading = <Delay extends number | "variable", ConfirmedAfter extends number>(
  memory: () => PivotMemory,
  confirmationDelay: Delay,
  confirmedAfter: (memory: PivotMemory, slot: number) => ConfirmedAfter
): PivotReading<Delay, ConfirmedAfter> => {
  const places: Array<Pivot<ConfirmedAfter>> = []
  return {
    confirmationDelay,
    get size() {
      return memory().size
    },
    pivot: (place) =>
      Number.isInteger(place) && place >= 0 && place < memory().size
        ? (places[place] ??= new PlacedPivot(memory, place, confirmedAfter))
        : undefined
  }
}

/** Candles from the pivot's own to the one that confirmed it. */
export const delayAt = ({ confirmingCandles, pivotCandles }: PivotMemory, slot: number): number =>
  (confirmingCandles[slot] ?? Number.NaN) - (pivotCandles[slot] ?? Number.NaN)

/**
 * The pivot that has a place now. Its fields are its own, so that a copy of it has them, but all places share their
 * getters: functions that differed from place to place would make an object of every number that is read.
 */
class PlacedPivot<ConfirmedAfter extends number> implements Pivot<ConfirmedAfter> {
  readonly #memory: () => PivotMemory
  readonly #place: number
  readonly #confirmedAfter: (memory: PivotMemory, slot: number) => ConfirmedAfter

  constructor(
    memory: () => PivotMemory,
    place: number,
    confirmedAfter: (memory: PivotMemory, slot: number) => ConfirmedAfter
  ) {
    this.#memory = memory
    this.#place = place
    this.#confirmedAfter = confirmedAfter
    Object.defineProperties(this, fieldsOfPivot)
  }

  get kind(): "high" | "low" {
    const memory = this.#memory()
    return memory.sides[slotOf(memory, this.#place)] === 1 ? "high" : "low"
  }

  get price(): number {
    const memory = this.#memory()
    return memory.prices[slotOf(memory, this.#place)] ?? Number.NaN
  }

  get time(): number {
    const memory = this.#memory()
    return memory.times[slotOf(memory, this.#place)] ?? Number.NaN
  }

  get age(): number {
    const memory = this.#memory()
    return ageAt(memory, slotOf(memory, this.#place))
  }

  get confirmedAfter(): ConfirmedAfter {
    const memory = this.#memory()
    return this.#confirmedAfter(memory, slotOf(memory, this.#place))
  }
}

const fieldsOfPivot = sharedGetters(PlacedPivot.prototype)

const slotOf = ({ newest, prices }: PivotMemory, place: number): number =>
  (newest - place + prices.length) % prices.length

const ageAt = ({ candles, pivotCandles }: PivotMemory, slot: number): number =>
  candles - 1 - (pivotCandles[slot] ?? Number.NaN)
