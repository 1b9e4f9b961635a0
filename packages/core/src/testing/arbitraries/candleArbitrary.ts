import { Arbitrary } from "effect"

import type { Candle } from "../../domain/Candle.ts"
import { epochMillis } from "../../domain/EpochMillis.ts"
import { intervalMillis } from "../../domain/Interval.ts"
import { defaultStart } from "../scenarios/paintCandles.ts"
import { mostlyZero, whole } from "./choices.ts"

/**
 * Valid candles on their own, a minute long, with prices in cents from 0.01 to 506. Equal prices and empty volumes are
 * common; a failing one shrinks to a flat candle.
 *
 * @example
 * it.prop("is never above the high", [candleArbitrary], ([candle]) => typicalPrice(candle) <= candle.high)
 */
export const candleArbitrary: Arbitrary.Arbitrary<Candle> = Arbitrary.map(
  Arbitrary.all({
    minute: whole(0, 1_000_000),
    open: whole(1, 50_000),
    below: mostlyZero(1, 300),
    body: whole(-300, 300),
    above: mostlyZero(1, 300),
    volume: mostlyZero(1, 1_000_000),
    ticks: whole(0, 1_000),
    partial: mostlyZero(1, 1),
    gap: mostlyZero(1, 30)
  }),
  ({ above, below, body, gap, minute, open, partial, ticks, volume }) => {
    const close = Math.max(1, open + body)
    return {
      time: epochMillis(defaultStart + minute * intervalMillis["1m"]),
      open: open / 100,
      high: (Math.max(open, close) + above) / 100,
      low: Math.max(1, Math.min(open, close) - below) / 100,
      close: close / 100,
      volume,
      ticks,
      partial: partial === 1,
      gap
    }
  }
)
