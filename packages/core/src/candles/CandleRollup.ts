import { Schema } from "effect"

import type { SessionCalendar } from "../calendar/SessionCalendar.ts"
import { Candle } from "../domain/Candle.ts"
import { epochMillis } from "../domain/EpochMillis.ts"
import type { Interval } from "../domain/Interval.ts"

/**
 * Rolls closed candles of one symbol up into candles of a higher interval, where the calendar says that these begin and
 * end. Constant time and no allocation per candle taken.
 *
 * A rolled-up candle is partial when one of its candles is, or when it began before the first candle ever offered. Minutes
 * without a candle are quiet and do not make it partial. Its gap counts the candles that the calendar has, so that nights
 * and weekends of a market with sessions are none.
 *
 * @example
 * const rollup = new CandleRollup("1h", intervalMillis["1m"], usEquities)
 * for (const candle of minutes) {
 *   if (candle.time >= rollup.end) hours.push(rollup.close())
 *   rollup.add(candle)
 *   if (rollup.isComplete) hours.push(rollup.close())
 * }
 */
export class CandleRollup {
  readonly #interval: Interval
  readonly #baseMillis: number
  readonly #calendar: SessionCalendar
  #time = Number.NaN
  #end = Number.POSITIVE_INFINITY
  #open = Number.NaN
  #high = Number.NaN
  #low = Number.NaN
  #close = Number.NaN
  #volume = 0
  #ticks = 0
  #partial = false
  #gap = 0
  /** Start of the first candle ever offered. */
  #firstOffered = Number.NaN
  /** End of the newest candle taken, or of the candle closed since. */
  #reached = Number.NaN

  /** `interval` is that of the candles to make, `baseMillis` the length of those to take. */
  constructor(interval: Interval, baseMillis: number, calendar: SessionCalendar) {
    this.#interval = interval
    this.#baseMillis = baseMillis
    this.#calendar = calendar
  }

  /**
   * End of the candle that is being rolled up, in epoch milliseconds; Infinity when there is none. It is that of the last
   * candle taken when that one reaches beyond, as an hour does beyond a session that closes within it.
   */
  get end(): number {
    return this.#reached > this.#end ? this.#reached : this.#end
  }

  /** True when the newest candle taken was the last of its candle. */
  get isComplete(): boolean {
    return this.#reached >= this.#end
  }

  /**
   * Takes the next closed candle. False when it belongs to no candle of the interval, as outside the session, when what
   * it belongs to has closed, or when it is at or beyond `end`, where `close` must come first.
   */
  add(candle: Candle): boolean {
    const { time } = candle
    if (Number.isNaN(this.#firstOffered)) this.#firstOffered = time
    if (time < this.#reached || time >= this.#end) return false
    if (this.#end === Number.POSITIVE_INFINITY) {
      const start = this.#calendar.candleStart(time, this.#interval)
      if (Number.isNaN(start)) return false
      this.#begin(start, candle.open)
    }
    if (candle.high > this.#high) this.#high = candle.high
    if (candle.low < this.#low) this.#low = candle.low
    this.#close = candle.close
    this.#volume += candle.volume
    this.#ticks += candle.ticks
    if (candle.partial) this.#partial = true
    this.#reached = time + this.#baseMillis
    return true
  }

  /** Closes and returns the candle that is being rolled up. Throws a RangeError when there is none. */
  close(): Candle {
    if (this.#end === Number.POSITIVE_INFINITY) {
      throw new RangeError(`no ${this.#interval} candle is being rolled up; close only while end is finite`)
    }
    const closed = this.#toCandle()
    this.#reached = this.#end
    this.#time = Number.NaN
    this.#end = Number.POSITIVE_INFINITY
    return closed
  }

  /** All that is remembered, as JSON. */
  snapshot(): typeof Snapshot.Encoded {
    return {
      ...(Number.isNaN(this.#firstOffered) ? {} : { firstOffered: this.#firstOffered }),
      ...(Number.isNaN(this.#reached) ? {} : { reached: this.#reached }),
      ...(Number.isNaN(this.#time) ? {} : { candle: this.#toCandle() })
    }
  }

  /**
   * Takes what `snapshot` gave, for the same interval. A candle that does not begin where the calendar says is dropped: it is
   * of another calendar. Throws when it is something else.
   */
  restore(snapshot: unknown): void {
    const saved = decodeSnapshot(snapshot)
    const isOfCalendar =
      saved.candle === undefined || this.#calendar.candleStart(saved.candle.time, this.#interval) === saved.candle.time
    const candle = isOfCalendar ? saved.candle : undefined
    this.#firstOffered = isOfCalendar ? (saved.firstOffered ?? Number.NaN) : Number.NaN
    this.#reached = saved.reached ?? Number.NaN
    this.#time = candle?.time ?? Number.NaN
    this.#end = candle === undefined ? Number.POSITIVE_INFINITY : this.#endOf(candle.time)
    if (candle === undefined) return
    this.#open = candle.open
    this.#high = candle.high
    this.#low = candle.low
    this.#close = candle.close
    this.#volume = candle.volume
    this.#ticks = candle.ticks
    this.#partial = candle.partial
    this.#gap = candle.gap
  }

  #begin(start: number, price: number): void {
    // `reached` is the end of the candle closed before, NaN when there is none.
    this.#gap = this.#reached < start ? this.#calendar.candlesBetween(this.#reached, start, this.#interval) : 0
    this.#partial = start < this.#firstOffered
    this.#time = start
    this.#end = this.#endOf(start)
    this.#open = this.#high = this.#low = this.#close = price
    this.#volume = 0
    this.#ticks = 0
  }

  #endOf(start: number): number {
    return this.#calendar.candleEnd(start, this.#interval)
  }

  #toCandle(): Candle {
    return {
      time: epochMillis(this.#time),
      open: this.#open,
      high: this.#high,
      low: this.#low,
      close: this.#close,
      volume: this.#volume,
      ticks: this.#ticks,
      partial: this.#partial,
      gap: this.#gap
    }
  }
}

const Snapshot = Schema.Struct({
  firstOffered: Schema.optionalKey(Schema.Int),
  reached: Schema.optionalKey(Schema.Int),
  candle: Schema.optionalKey(Candle)
})
const decodeSnapshot = Schema.decodeUnknownSync(Snapshot)
