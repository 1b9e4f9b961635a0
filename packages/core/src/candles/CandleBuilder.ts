import { type Candle, emptyIntervalsBetween } from "../domain/Candle.ts"
import { epochMillis } from "../domain/EpochMillis.ts"
import { type Interval, intervalMillis } from "../domain/Interval.ts"
import type { CandleState } from "./CandleState.ts"
import { OpenCandle } from "./OpenCandle.ts"
import { CumulativeVolume, volumeOfUnsizedTick } from "./volume.ts"

/** How ticks become candles. */
export interface CandleSettings {
  readonly interval: Interval
  /** How long after its end a candle takes late ticks, 0 up to one interval. */
  readonly graceMillis: number
  /** `trade`: a tick's volume is the print's own. `cumulative`: it is the day's volume so far. */
  readonly volumeMode: "trade" | "cumulative"
}

/** The documented defaults: minutes, two seconds of grace, the volume of the print. */
export const defaultCandleSettings: CandleSettings = { interval: "1m", graceMillis: 2_000, volumeMode: "trade" }

/**
 * Folds the ticks of one symbol into candles of UTC intervals, by the time of the ticks and in constant time.
 *
 * A candle stays open for late ticks until a tick of the symbol or the market clock (`closeUpTo`) is `graceMillis`
 * past its end; so two candles can be open at once. Candles close in order of time, and nothing is added to a closed one.
 *
 * @example
 * const builder = new CandleBuilder(defaultCandleSettings, (candle) => closed.push(candle))
 * builder.add(1753277400338, 10.96, Number.NaN) // => true
 * builder.closeUpTo(1753277462000)
 */
export class CandleBuilder {
  readonly #intervalMillis: number
  readonly #graceMillis: number
  readonly #onClosed: (candle: Candle) => void
  readonly #cumulative: CumulativeVolume | undefined
  #current = new OpenCandle()
  #previous = new OpenCandle()
  #lastClosed: number | undefined
  #coverageFrom = Number.NEGATIVE_INFINITY

  constructor(settings: CandleSettings, onClosed: (candle: Candle) => void) {
    this.#intervalMillis = intervalMillis[settings.interval]
    this.#graceMillis = settings.graceMillis
    this.#onClosed = onClosed
    this.#cumulative = settings.volumeMode === "cumulative" ? new CumulativeVolume() : undefined
  }

  /**
   * Adds a tick; `volume` is NaN when the feed does not say. False when the tick is late: its candle has closed.
   */
  add(time: number, price: number, volume: number): boolean {
    const candle = this.#candleFor(time)
    if (candle === undefined) return false
    candle.add(time, price, this.#sharesOf(time, volume))
    return true
  }

  /** True when the tick at `time` would open a partial candle, which the broker's candle state can complete. */
  wantsState(time: number): boolean {
    const start = this.#startOf(time)
    return start < this.#coverageFrom && start !== this.#current.time && start !== this.#previous.time
  }

  /**
   * Completes a partial candle with what the broker saw of it before the tick just added, which is of `tickTime`. True
   * when the state fits: it is of the tick's interval and the candle holds that tick alone. The state knows no volume,
   * so none is added.
   */
  complete(state: CandleState, tickTime: number): boolean {
    const candle = state.time === this.#current.time ? this.#current : this.#previous
    const isOfTick = state.time === this.#startOf(tickTime)
    if (!isOfTick || state.time !== candle.time || !candle.partial || candle.ticks !== 1) return false
    candle.complete(state)
    return true
  }

  /** Closes the candles whose grace is over at `marketTime`. */
  closeUpTo(marketTime: number): void {
    const length = this.#intervalMillis + this.#graceMillis
    if (marketTime >= this.#previous.time + length) this.#close(this.#previous)
    if (marketTime >= this.#current.time + length) this.#close(this.#current)
  }

  /** Says that ticks are complete from `time` on: candles that start before are partial. */
  coverFrom(time: number): void {
    this.#coverageFrom = time
  }

  /** Says that ticks may be missing from now on. */
  loseCoverage(): void {
    this.#coverageFrom = Number.POSITIVE_INFINITY
    this.#previous.partial = true
    this.#current.partial = true
  }

  /** The candles still open, oldest first. */
  openCandles(): ReadonlyArray<Candle> {
    const open = [this.#previous, this.#current].filter((candle) => candle.isOpen)
    return open.map((candle, index) => this.#toCandle(candle, open[index - 1]?.time ?? this.#lastClosed))
  }

  #candleFor(time: number): OpenCandle | undefined {
    const current = this.#current
    const intoCurrent = time - current.time
    if (intoCurrent >= 0 && intoCurrent < this.#intervalMillis) {
      if (intoCurrent >= this.#graceMillis && this.#previous.isOpen) this.#close(this.#previous)
      return current
    }
    const start = this.#startOf(time)
    return intoCurrent >= 0 || !current.isOpen ? this.#openNext(start, time) : this.#openLate(start)
  }

  /** The candle of a tick newer than every open one. */
  #openNext(start: number, time: number): OpenCandle | undefined {
    if (this.#lastClosed !== undefined && start <= this.#lastClosed) return undefined
    if (this.#previous.isOpen) this.#close(this.#previous)
    const freed = this.#previous
    this.#previous = this.#current
    this.#current = freed
    freed.start(start, start < this.#coverageFrom)
    this.closeUpTo(time)
    return freed
  }

  /** The candle of a tick older than the current one, if it is still open or was never opened. */
  #openLate(start: number): OpenCandle | undefined {
    const previous = this.#previous
    if (start === previous.time) return previous
    const isOver = start + this.#intervalMillis + this.#graceMillis <= this.#current.lastTime
    if (previous.isOpen || isOver || (this.#lastClosed !== undefined && start <= this.#lastClosed)) return undefined
    previous.start(start, start < this.#coverageFrom)
    return previous
  }

  #startOf(time: number): number {
    return time - (time % this.#intervalMillis)
  }

  #close(candle: OpenCandle): void {
    const closed = this.#toCandle(candle, this.#lastClosed)
    this.#lastClosed = closed.time
    candle.clear()
    this.#onClosed(closed)
  }

  #toCandle(candle: OpenCandle, timeBefore: number | undefined): Candle {
    const { time, open, high, low, close, volume, ticks, partial } = candle
    const gap = emptyIntervalsBetween(timeBefore, time, this.#intervalMillis)
    return { time: epochMillis(time), open, high, low, close, volume, ticks, partial, gap }
  }

  #sharesOf(time: number, volume: number): number {
    if (this.#cumulative !== undefined) return this.#cumulative.sharesSince(time, volume)
    return volume >= 0 ? volume : volumeOfUnsizedTick
  }
}
