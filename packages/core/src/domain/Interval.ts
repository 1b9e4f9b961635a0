import { Schema } from "effect"

/** Length of a candle. */
export const Interval = Schema.Literals(["1m", "5m", "15m", "1h", "1d"])
export type Interval = typeof Interval.Type

/** Length of each {@link Interval} in milliseconds. */
export const intervalMillis: Readonly<Record<Interval, number>> = {
  "1m": 60_000,
  "5m": 300_000,
  "15m": 900_000,
  "1h": 3_600_000,
  "1d": 86_400_000
}
