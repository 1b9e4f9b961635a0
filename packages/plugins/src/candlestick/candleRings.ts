/** Candles in a ring: more than the longest rule looks back, and than the running sums do, which reach back eleven. */
export const slots = 16
export const lastSlot = slots - 1

/** Where the ring of each quantity begins among the cells of a memory; the candle of age `k` is in slot `(newest - k) & 15`. */
export const candleRings = {
  open: 0,
  high: slots,
  low: 2 * slots,
  close: 3 * slots,
  /** Upper and lower end of the body, and its length. */
  top: 4 * slots,
  bottom: 5 * slots,
  body: 6 * slots,
  /** Lengths of the shadows above and below the body, and of both together. */
  upper: 7 * slots,
  lower: 8 * slots,
  shadows: 9 * slots,
  /** From low to high. */
  range: 10 * slots
}

/** Cells of all the rings. */
export const candleCells = Object.keys(candleRings).length * slots
