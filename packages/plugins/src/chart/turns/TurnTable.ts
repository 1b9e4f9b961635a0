/**
 * The turning points of a symbol by place, 0 for the newest, and the unit of heights, in flat columns: searches read a dozen
 * of these numbers for every candle, and a number that changes in a field of an object is a new object each time.
 */
export class TurnTable {
  /** Turns that can be read. */
  count = 0
  /** Candles from the newest turn's own to the one by which it became known. */
  knownAfter = 0
  readonly prices: Float64Array
  readonly ages: Float64Array
  /** 1 where price turned down, 0 where it turned up. */
  readonly tops: Uint8Array
  /** A column of one number. */
  readonly #atr = new Float64Array([Number.NaN])

  constructor(most: number) {
    this.prices = new Float64Array(most)
    this.ages = new Float64Array(most)
    this.tops = new Uint8Array(most)
  }

  /** Average true range at the newest candle. */
  get atr(): number {
    return this.#atr[0] ?? Number.NaN
  }

  set atr(atr: number) {
    this.#atr[0] = atr
  }

  /** Age of the candle by which the newest turn became known: 0 when that is the newest candle. NaN without a turn. */
  get knownAge(): number {
    return this.count === 0 ? Number.NaN : (this.ages[0] ?? Number.NaN) - this.knownAfter
  }
}

/** What chart detectors read: the table as it is now. */
export interface TurnReading {
  readonly table: TurnTable
}
