import type { FormingCandle } from "../../domain/FormingCandle.ts"
import { intervalMillis } from "../../domain/Interval.ts"
import { type CandlePlacing, firstStart, placed } from "../candles/CandlePlacing.ts"
import { isForming } from "./MarketStep.ts"
import { marketSteps } from "./marketSteps.ts"

/**
 * One candle that forms: as it stands after a tick at each of these prices. The ticks are spread evenly over its
 * interval; each is of 100 shares unless said otherwise.
 *
 * @throws RangeError when no candle starts where it is placed.
 *
 * @example
 * const steps = [...flatCandles([10, 10.1]), ...formingCandles([10.1, 10.4, 10.2], { from: "09:32" })]
 */
export const formingCandles = (
  prices: ReadonlyArray<number>,
  { volume = 100, ...placing }: CandlePlacing & { readonly volume?: number } = {}
): ReadonlyArray<FormingCandle> => {
  const place = placed(placing)
  const start = firstStart(place)
  const length = intervalMillis[place.interval]
  if (start % length !== 0) {
    throw new RangeError(
      `no candle of ${place.interval} starts at ${new Date(start).toISOString()}, which is not a multiple of it`
    )
  }
  const ticks = prices.map((price, index) => {
    return { time: start + Math.floor((index * length) / prices.length), price, volume }
  })
  return marketSteps(ticks, { interval: place.interval }).filter(isForming)
}
