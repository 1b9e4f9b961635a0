import { type Interval, intervalMillis } from "../domain/Interval.ts"

/**
 * The age that the candle of a time has when no candle since is missing: below 0 for a time to come. With it a trend line
 * is read at a time.
 *
 * @example
 * const atNoon = priceAt(neckline, ageAtTime(noon, window.time(0), context.interval))
 */
export const ageAtTime = (time: number, newestTime: number, interval: Interval): number =>
  (newestTime - time) / intervalMillis[interval]
