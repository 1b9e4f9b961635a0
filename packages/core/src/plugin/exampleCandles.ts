import type { Candle } from "../domain/Candle.ts"
import { epochMillis } from "../domain/EpochMillis.ts"
import { type Interval, intervalMillis } from "../domain/Interval.ts"
import type { ExampleCandle } from "./PatternDescription.ts"

/**
 * The candles of a pattern's example, one after the other from `start` in epoch milliseconds on: half past nine in New
 * York, a Monday, when left out.
 *
 * @example
 * const candles = exampleCandles(detector.patterns.THREE_UP.example, "1m")
 */
export const exampleCandles = (
  example: ReadonlyArray<ExampleCandle>,
  interval: Interval = "1m",
  start: number = halfPastNine
): ReadonlyArray<Candle> =>
  example.map(([open, high, low, close, volume = usualVolume], index) => ({
    time: epochMillis(start + index * intervalMillis[interval]),
    open,
    high,
    low,
    close,
    volume,
    ticks: 1,
    partial: false,
    gap: 0
  }))

const usualVolume = 1_000
const halfPastNine = Date.UTC(2025, 0, 6, 14, 30)
