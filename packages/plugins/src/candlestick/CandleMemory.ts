import type { CandleWindow } from "@mjolnir/core"

import { candleCells, candleRings, lastSlot } from "./candleRings.ts"
import { meanCells, RunningMeans } from "./RunningMeans.ts"

/**
 * The newest 16 candles with what the rules measure of them, and the means from which thresholds are made. A new candle
 * costs the same however many came before it, and nothing is allocated for it.
 */
export class CandleMemory {
  /** The rings of {@link candleRings}. */
  readonly cells = new Float64Array(candleCells)
  readonly means = new RunningMeans()
  /** Slot of the newest candle. */
  newest = 0
  /** Candles taken before the newest one, counted up to 15, when all sums have begun; -1 while there is none. */
  index = -1
  /** Colours of the newest five candles: bit `k` is set when the candle of age `k` is white. */
  colours = 0
  /** Start of the newest candle in epoch milliseconds. */
  time = Number.NaN

  /** Begins anew. */
  forget(): void {
    this.cells.fill(0)
    this.means.cells.fill(0)
    this.newest = 0
    this.index = -1
    this.colours = 0
    this.time = Number.NaN
  }

  /** Takes the candle of this age in the window; candles must come in order. */
  take(window: CandleWindow, age: number): void {
    const { cells } = this
    const slot = (this.newest + 1) & lastSlot
    this.newest = slot
    if (this.index < mostCounted) this.index++
    this.time = window.time(age)
    this.means.take(cells, slot, this.index)
    const open = window.open(age)
    const high = window.high(age)
    const low = window.low(age)
    const close = window.close(age)
    const isWhite = close >= open
    const top = isWhite ? close : open
    const bottom = isWhite ? open : close
    const upper = high - top
    const lower = bottom - low
    cells[candleRings.open + slot] = open
    cells[candleRings.high + slot] = high
    cells[candleRings.low + slot] = low
    cells[candleRings.close + slot] = close
    cells[candleRings.top + slot] = top
    cells[candleRings.bottom + slot] = bottom
    cells[candleRings.body + slot] = Math.abs(close - open)
    cells[candleRings.upper + slot] = upper
    cells[candleRings.lower + slot] = lower
    cells[candleRings.shadows + slot] = upper + lower
    cells[candleRings.range + slot] = high - low
    this.colours = ((this.colours << 1) | (isWhite ? 1 : 0)) & (2 ** candlesWithColour - 1)
  }

  /** All of it as plain data. */
  figures(): CandleFigures {
    const { cells, colours, index, means, newest, time } = this
    return { newest, index, colours, time, cells: [...cells, ...means.cells] }
  }

  /** Becomes what {@link figures} gave. */
  restore({ cells, colours, index, newest, time }: CandleFigures): void {
    this.cells.set(cells.slice(0, candleCells))
    this.means.cells.set(cells.slice(candleCells))
    this.newest = newest
    this.index = index
    this.colours = colours
    this.time = time
  }
}

/** What a {@link CandleMemory} is as plain data. */
export interface CandleFigures {
  readonly newest: number
  readonly index: number
  readonly colours: number
  readonly time: number
  readonly cells: ReadonlyArray<number>
}

/** Candles whose colours are kept: as many as the longest pattern has. */
export const candlesWithColour = 5

/** From here on all sums have begun and all lookbacks are over. */
const mostCounted = 15

/** Numbers in {@link CandleFigures.cells}. */
export const cellCount = candleCells + meanCells
