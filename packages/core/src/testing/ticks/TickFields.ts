/** A tick as a test writes it. `time` is in epoch milliseconds. */
export interface TickFields {
  readonly symbol?: string
  readonly time: number
  readonly price: number
  readonly volume?: number
}
