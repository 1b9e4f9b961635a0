import type { CandleWindow } from "@mjolnir/core"

/** A window of candles that have one price each, oldest first, and highs and lows one above and below. */
export const windowOf = (closes: ReadonlyArray<number>): CandleWindow => {
  const close = (age: number) => closes[closes.length - 1 - age] ?? Number.NaN
  return {
    size: closes.length,
    time: (age) => -age,
    open: close,
    high: (age) => close(age) + 1,
    low: (age) => close(age) - 1,
    close,
    volume: () => 0,
    ticks: () => 0,
    partial: () => false,
    gap: () => 0
  }
}
