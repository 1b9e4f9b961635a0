import type { EpochMillis, StockSymbol } from "@mjolnir/core"

/** Where a candle stands. */
export interface CandlePlace {
  /** The input as messages call it. */
  readonly input: string
  readonly line: number
}

/** An earlier candle of the same symbol. */
export interface Neighbour {
  readonly time: EpochMillis
  readonly place: CandlePlace
}

/** Remembers the newest candle of each symbol, over all inputs of a run, so that candles come in order of time. */
export class CandleOrder {
  readonly #newest = new Map<StockSymbol, Neighbour>()

  /** The candle of the symbol before the one that is given, which takes its place unless it is not later. */
  follow(symbol: StockSymbol, time: EpochMillis, place: CandlePlace): Neighbour | undefined {
    const before = this.#newest.get(symbol)
    if (before === undefined || time > before.time) this.#newest.set(symbol, { time, place })
    return before
  }
}
