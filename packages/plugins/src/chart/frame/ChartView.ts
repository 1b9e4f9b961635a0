import type { CandleWindow } from "@mjolnir/core"
import type { ZigZagReading } from "@mjolnir/core/toolbox"

import type { KernelReading } from "../kernel/kernelExtrema.ts"

/** 1 for the market as it is, -1 for it upside down: a price p is seen as -p, a high as a low. */
export type Side = 1 | -1

/** Where the turns of a view come from. */
export type TurnReading = ZigZagReading | KernelReading

/**
 * Candles and turning points as a search sees them: as they are, or upside down, so that a bottom is found by the
 * definition of the top. Turns are named by place: 0 is the newest one, 1 the one before it.
 *
 * One view serves all searches of a detector, one after the other. Its reads allocate nothing; what is missing reads as
 * NaN, which keeps no rule.
 */
export class ChartView {
  side: Side = 1
  /** Average true range at the newest candle. */
  atr = Number.NaN
  #window: CandleWindow | undefined
  #pivots: ZigZagReading | undefined
  #extrema: KernelReading | undefined

  /** Turns to the candles of a symbol. */
  look(window: CandleWindow, turns: TurnReading, atr: number, side: Side): void {
    this.#window = window
    this.#pivots = "pivot" in turns ? turns : undefined
    this.#extrema = "pivot" in turns ? undefined : turns
    this.atr = atr
    this.side = side
  }

  /** Candles that can be read. */
  get size(): number {
    return this.#window?.size ?? 0
  }

  close(age: number): number {
    return this.side * (this.#window?.close(age) ?? Number.NaN)
  }

  high(age: number): number {
    return this.side * ((this.side === 1 ? this.#window?.high(age) : this.#window?.low(age)) ?? Number.NaN)
  }

  low(age: number): number {
    return this.side * ((this.side === 1 ? this.#window?.low(age) : this.#window?.high(age)) ?? Number.NaN)
  }

  /** Turns that can be read. */
  get turns(): number {
    return this.#pivots?.size ?? this.#extrema?.count ?? 0
  }

  /** True where price turned down; false where it turned up, and for none. */
  isTop(place: number): boolean {
    const kind = this.#pivots === undefined ? this.#extrema?.kind(place) : this.#pivots.pivot(place)?.kind
    return kind === (this.side === 1 ? "high" : "low")
  }

  turnPrice(place: number): number {
    const price = this.#pivots === undefined ? this.#extrema?.price(place) : this.#pivots.pivot(place)?.price
    return this.side * (price ?? Number.NaN)
  }

  turnAge(place: number): number {
    const age = this.#pivots === undefined ? this.#extrema?.age(place) : this.#pivots.pivot(place)?.age
    return age ?? Number.NaN
  }

  /** Age of the candle by which the newest turn became known: 0 when that is the newest candle. NaN without a turn. */
  get knownAge(): number {
    if (this.#extrema?.completes === true) return 0
    const last = this.#pivots?.pivot(0)
    return last === undefined ? Number.NaN : last.age - last.confirmedAfter
  }
}
