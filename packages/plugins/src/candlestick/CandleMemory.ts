import type { CandleWindow } from "@mjolnir/core"

/**
 * The newest 16 candles with what the rules measure of them, and the running sums from which thresholds are made. A new
 * candle costs the same however many came before it, and nothing is allocated for it.
 *
 * Each quantity has a ring of its own, in which the candle of age `k` lies at `(newest - k) & 15`.
 */
export class CandleMemory {
  readonly open = ring()
  readonly high = ring()
  readonly low = ring()
  readonly close = ring()
  /** Upper and lower end of the body, and its length. */
  readonly top = ring()
  readonly bottom = ring()
  readonly body = ring()
  /** Lengths of the shadows above and below the body, and of both. */
  readonly upper = ring()
  readonly lower = ring()
  readonly shadows = ring()
  /** From low to high. */
  readonly range = ring()
  /** Each {@link runningSums}: the sum of the candles before the newest one. */
  readonly sums = new Float64Array(runningSums.length)
  /** A ring for each of them: the means of the candles before the one of age `k`. */
  readonly means = new Float64Array(runningSums.length * slots)
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
    for (const each of this.#arrays()) each.fill(0)
    this.newest = 0
    this.index = -1
    this.colours = 0
    this.time = Number.NaN
  }

  /** Takes the candle of this age in the window; candles must come in order. */
  take(window: CandleWindow, age: number): void {
    const slot = (this.newest + 1) & lastSlot
    this.newest = slot
    if (this.index < mostCounted) this.index++
    this.time = window.time(age)
    this.#moveSums(this.body, 10, bodySums, bodySums + 5)
    this.#moveSums(this.range, 10, rangeSums, rangeSums + 4)
    this.#moveSums(this.shadows, 10, shadowSums, shadowSums + 3)
    this.#moveSums(this.range, 5, nearSums, nearSums + 4)
    const open = window.open(age)
    const high = window.high(age)
    const low = window.low(age)
    const close = window.close(age)
    const isWhite = close >= open
    const top = isWhite ? close : open
    const bottom = isWhite ? open : close
    const upper = high - top
    const lower = bottom - low
    this.open[slot] = open
    this.high[slot] = high
    this.low[slot] = low
    this.close[slot] = close
    this.top[slot] = top
    this.bottom[slot] = bottom
    this.body[slot] = Math.abs(close - open)
    this.upper[slot] = upper
    this.lower[slot] = lower
    this.shadows[slot] = upper + lower
    this.range[slot] = high - low
    this.colours = ((this.colours << 1) | (isWhite ? 1 : 0)) & (2 ** candlesWithColour - 1)
  }

  /** All of it as plain data. */
  figures(): CandleFigures {
    const { colours, index, newest, time } = this
    return { newest, index, colours, time, cells: this.#arrays().flatMap((each) => Array.from(each)) }
  }

  /** Becomes what {@link figures} gave. */
  restore({ cells, colours, index, newest, time }: CandleFigures): void {
    let from = 0
    for (const each of this.#arrays()) {
      each.set(cells.slice(from, from + each.length))
      from += each.length
    }
    this.newest = newest
    this.index = index
    this.colours = colours
    this.time = time
  }

  /** Moves the sums of a quantity on to the candle that comes: they hold the candles before it, not itself. */
  #moveSums(quantity: Float64Array, period: number, from: number, to: number): void {
    const { index, means, newest, sums } = this
    // The difference first: the order decides about the last bit.
    const change = (quantity[(newest - 1) & lastSlot] ?? 0) - (quantity[(newest - 1 - period) & lastSlot] ?? 0)
    for (let nth = from; nth < to; nth++) {
      const start = runningSums[nth] ?? 0
      if (index < start) continue
      const sum = index > start ? (sums[nth] ?? 0) + change : sumBefore(quantity, newest, period)
      sums[nth] = sum
      means[nth * slots + newest] = sum / period
    }
  }

  #arrays(): ReadonlyArray<Float64Array> {
    const { bottom, body, close, high, low, lower, means, open, range, shadows, sums, top, upper } = this
    return [open, high, low, close, top, bottom, body, upper, lower, shadows, range, sums, means]
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

/** Candles in a ring; the sums reach back eleven. */
export const slots = 16
const lastSlot = slots - 1

/**
 * The running sums from which all thresholds of all rules are made, each by the index of its first reference candle. Sums
 * of one quantity differ in nothing but where they began, and so in their last bit at the most.
 */
const runningSums: ReadonlyArray<number> = [10, 11, 12, 13, 14, 10, 11, 12, 13, 10, 11, 12, 5, 6, 10, 11]
/** Where the sums of bodies, ranges and shadows over ten candles begin among them, and those of ranges over five. */
export const bodySums = 0
export const rangeSums = 5
export const shadowSums = 9
export const nearSums = 12

/** From here on all sums have begun and all lookbacks are over. */
const mostCounted = 15

/** Numbers in {@link CandleFigures.cells}. */
export const cellCount = 11 * slots + runningSums.length * (slots + 1)

const ring = (): Float64Array => new Float64Array(slots)

const sumBefore = (quantity: Float64Array, newest: number, period: number): number => {
  let sum = 0
  for (let age = period; age >= 1; age--) sum += quantity[(newest - age) & lastSlot] ?? 0
  return sum
}
