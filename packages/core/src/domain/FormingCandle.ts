/**
 * A candle that still takes ticks. Its figures have other names than those of a closed {@link Candle}, so that nothing
 * written for closed candles takes it by mistake. Prices are in quote currency, volumes in shares.
 */
export interface FormingCandle {
  /** Start of the candle in epoch milliseconds. */
  readonly time: number
  readonly open: number
  readonly highSoFar: number
  readonly lowSoFar: number
  /** The newest price. */
  readonly last: number
  readonly volumeSoFar: number
  /** Prints so far. */
  readonly ticksSoFar: number
  /** Time of the newest print in epoch milliseconds. */
  readonly lastTime: number
}
