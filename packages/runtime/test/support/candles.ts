import { type Candle, epochMillis } from "@mjolnir/core"

/** A candle of a minute, counted from `start`, that was traded once. */
export const candleAt = (minute: number, price = 10, start = 0): Candle => ({
  time: epochMillis(start + minute * 60_000),
  open: price,
  high: price,
  low: price,
  close: price,
  volume: 100,
  ticks: 1,
  partial: false,
  gap: 0
})
