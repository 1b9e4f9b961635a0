import type { Candle } from "../../src/domain/Candle.ts"
import { epochMillis } from "../../src/domain/EpochMillis.ts"

/** 2025-07-23 13:30 UTC, the start of a minute. */
export const start = 1_753_277_400_000

export const minute = 60_000

/** A candle `minutes` after the start, flat at 10 unless said otherwise. */
export const candleAt = (minutes: number, fields: Partial<Candle> = {}): Candle => {
  const close = fields.close ?? 10
  return {
    time: epochMillis(start + minutes * minute),
    open: close,
    high: close,
    low: close,
    close,
    volume: 100,
    ticks: 1,
    partial: false,
    gap: 0,
    ...fields
  }
}
