import type { CandleWindow } from "@mjolnir/core"

import { TurnTable } from "../turns/TurnTable.ts"
import type { Corner } from "./ChartShape.ts"

/** 1 for the market as it is, -1 for it upside down: a price p is seen as -p, a high as a low. */
export type Side = 1 | -1

/**
 * Candles and turning points as a search sees them: as they are, or upside down, so that a bottom is found by the
 * definition of the top. Turns are named by place: 0 is the newest one, 1 the one before it.
 *
 * One view serves all searches of a detector, one after the other. Its reads are short and allocate nothing; what is
 * missing reads as NaN, which keeps no rule.
 */
export class ChartView {
  side: Side = 1
  #window: CandleWindow = noCandles
  #turns = noTurns

  /** Turns to the candles of a symbol. */
  look(window: CandleWindow, turns: TurnTable, side: Side): void {
    this.#window = window
    this.#turns = turns
    this.side = side
  }

  /** Average true range at the newest candle. */
  get atr(): number {
    return this.#turns.atr
  }

  /** Candles that can be read. */
  get size(): number {
    return this.#window.size
  }

  close(age: number): number {
    return this.side * this.#window.close(age)
  }

  high(age: number): number {
    return this.side === 1 ? this.#window.high(age) : -this.#window.low(age)
  }

  low(age: number): number {
    return this.side === 1 ? this.#window.low(age) : -this.#window.high(age)
  }

  /** Turns that can be read. */
  get turns(): number {
    return this.#turns.count
  }

  /** True where price turned down; false where it turned up, and for none. */
  isTop(place: number): boolean {
    return place < this.#turns.count && this.#turns.tops[place] === (this.side === 1 ? 1 : 0)
  }

  turnPrice(place: number): number {
    return place < this.#turns.count ? this.side * (this.#turns.prices[place] ?? Number.NaN) : Number.NaN
  }

  turnAge(place: number): number {
    return place < this.#turns.count ? (this.#turns.ages[place] ?? Number.NaN) : Number.NaN
  }

  /** The turn at a place with what it is in a shape. */
  corner(label: string, place: number): Corner {
    return { label, age: this.turnAge(place), price: this.turnPrice(place) }
  }

  /** The place of the lowest turn between two tops, of which the later one has the lower place. */
  lowestBetween(later: number, earlier: number): number {
    let lowest = later + 1
    for (let place = later + 3; place < earlier; place += 2) {
      if (this.turnPrice(place) < this.turnPrice(lowest)) lowest = place
    }
    return lowest
  }

  /** Age of the candle by which the newest turn became known: 0 when that is the newest candle. NaN without a turn. */
  get knownAge(): number {
    return this.#turns.knownAge
  }
}

const noTurns = new TurnTable(0)

const nothing = () => Number.NaN
/** What a view shows before it is turned to something. */
const noCandles: CandleWindow = {
  size: 0,
  time: nothing,
  open: nothing,
  high: nothing,
  low: nothing,
  close: nothing,
  volume: nothing,
  ticks: nothing,
  partial: () => false,
  gap: nothing
}
