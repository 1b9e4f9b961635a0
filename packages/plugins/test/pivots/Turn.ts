/** A turn of price by the number of its candle, and of the one by which it was known. */
export interface Turn {
  readonly index: number
  readonly price: number
  readonly isHigh: boolean
  readonly confirmedAt: number
}
