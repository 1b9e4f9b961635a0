/** What the broker knows of the present candle: everything before the tick it travels with. */
export interface CandleState {
  readonly time: number
  readonly open: number
  readonly high: number
  readonly low: number
  readonly ticks: number
}
