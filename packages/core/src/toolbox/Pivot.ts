/** A turning point of price that is confirmed: no later candle takes it back. */
export interface Pivot<ConfirmedAfter extends number = number> {
  /** `high` where price turned down, `low` where it turned up. */
  readonly kind: "high" | "low"
  /** The high or low of its candle, in quote currency. */
  readonly price: number
  /** Start of its candle. */
  readonly time: number
  /** Age of its candle now. */
  readonly age: number
  /** How many candles after its own it was confirmed, and so could be known. */
  readonly confirmedAfter: ConfirmedAfter
}

/**
 * The newest confirmed pivots of a symbol. `Delay` says how long after its candle a pivot is known: a number of candles,
 * or `"variable"`.
 */
export interface PivotReading<
  Delay extends number | "variable",
  ConfirmedAfter extends number = Delay extends number ? Delay : number
> {
  readonly confirmationDelay: Delay
  /** Pivots that can be read. */
  readonly size: number
  /**
   * The pivot confirmed last for 0, the one before for 1, and so on; undefined from `size` on. It shows whichever pivot
   * has that place now: copy from it what is to be remembered.
   */
  readonly pivot: (place: number) => Pivot<ConfirmedAfter> | undefined
}

/** A turning point if price goes no further, which the next candle may take back: never a {@link Pivot}. */
export interface UnconfirmedExtreme {
  readonly kind: "high" | "low"
  readonly price: number
  /** Start of its candle. */
  readonly time: number
  /** Age of its candle now. */
  readonly age: number
}
