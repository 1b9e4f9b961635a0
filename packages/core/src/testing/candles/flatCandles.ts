import { type Candle, emptyIntervalsBetween } from "../../domain/Candle.ts"
import { epochMillis } from "../../domain/EpochMillis.ts"
import { intervalMillis } from "../../domain/Interval.ts"
import { type CandlePlacing, firstStart, placed, startAfter } from "./CandlePlacing.ts"

/**
 * Candles that follow each other, each with one price as open, high, low and close; for tests where closes alone matter.
 * `undefined` stands for a missing candle. Volume is 100 unless said otherwise.
 *
 * @example
 * flatCandles([10, 10.2, undefined, 10.1], { volume: 500 })
 */
export const flatCandles = (
  closes: ReadonlyArray<number | undefined>,
  { volume = 100, ...placing }: CandlePlacing & { readonly volume?: number } = {}
): ReadonlyArray<Candle> => {
  const place = placed(placing)
  const made: Array<Candle> = []
  let time = firstStart(place)
  for (const close of closes) {
    if (close !== undefined) {
      const gap = emptyIntervalsBetween(made.at(-1)?.time, time, intervalMillis[place.interval])
      const prices = { open: close, high: close, low: close, close }
      made.push({ time: epochMillis(time), ...prices, volume, ticks: 0, partial: false, gap })
    }
    time = startAfter(time, place)
  }
  return made
}
