import type { Candle } from "../../../domain/Candle.ts"
import { type Interval, intervalMillis } from "../../../domain/Interval.ts"

/** Candles on which a detector is tried. */
export interface Series {
  readonly name: string
  readonly interval: Interval
  readonly candles: ReadonlyArray<Candle>
}

/** Where in a series something was found. */
export const placeIn = ({ candles, name }: Series, index: number): string => {
  const time = candles[index]?.time
  const at = time === undefined ? "" : `, ${new Date(time).toISOString()}`
  return `${name}, candle ${index + 1} of ${candles.length}${at}`
}

/** How long after its start the candle of a series ends. */
export const millisOf = ({ interval }: Series): number => intervalMillis[interval]
