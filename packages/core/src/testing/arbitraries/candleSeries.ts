import { Arbitrary } from "effect"

import type { Candle } from "../../domain/Candle.ts"
import { epochMillis } from "../../domain/EpochMillis.ts"
import { type Interval, intervalMillis } from "../../domain/Interval.ts"
import { mostlyZero, whole } from "./choices.ts"

/** What a series of candles is like. */
export interface CandleSeriesOptions {
  /** 0 when left out. */
  readonly minLength?: number
  /** 60 when left out. */
  readonly maxLength?: number
  /** `1m` when left out. */
  readonly interval?: Interval
}

/**
 * Valid series of candles that follow each other in time, some with a gap before them, in cents around 10. Each step is
 * small, so that equal highs, lows and closes are common; some leap. A candle in four has volume. A failing series
 * shrinks to few, flat candles without gaps.
 *
 * @example
 * it.prop("never throws", [candleSeries({ maxLength: 100 })], ([series]) => void series.forEach(follow))
 */
export const candleSeries = ({
  interval = "1m",
  maxLength = 60,
  minLength = 0
}: CandleSeriesOptions = {}): Arbitrary.Arbitrary<ReadonlyArray<Candle>> =>
  Arbitrary.map(
    Arbitrary.array(step, { minLength, maxLength: Math.max(minLength, maxLength) }),
    (steps): ReadonlyArray<Candle> => {
      let time = firstTime
      let last = firstPrice
      return steps.map(({ above, below, body, gap, leap, partial, ticks, volume }, index) => {
        const open = atLeastOne(last + leap)
        const close = atLeastOne(open + body)
        const missing = index === 0 ? 0 : gap
        time += (index === 0 ? 0 : 1 + missing) * intervalMillis[interval]
        last = close
        return {
          time: epochMillis(time),
          open: open / 100,
          high: (Math.max(open, close) + above) / 100,
          low: atLeastOne(Math.min(open, close) - below) / 100,
          close: close / 100,
          volume,
          ticks,
          partial: partial === 1,
          gap: missing
        }
      })
    }
  )

const step = Arbitrary.all({
  leap: mostlyZero(-50, 50),
  body: whole(-3, 3),
  above: mostlyZero(0, 3),
  below: mostlyZero(0, 3),
  volume: mostlyZero(1, 100_000),
  ticks: mostlyZero(1, 100),
  partial: mostlyZero(0, 1),
  gap: mostlyZero(0, 5)
})

/** In cents. */
const firstPrice = 1_000

const atLeastOne = (cents: number): number => Math.max(1, cents)

/** 2025-07-23 00:00 UTC, where candles of every interval begin. */
const firstTime = Date.UTC(2025, 6, 23)
