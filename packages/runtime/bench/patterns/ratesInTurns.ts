import { median } from "../median.ts"
import type { Contender } from "./contenders.ts"
import { streamingRate, type StreamingRate } from "./streamingRate.ts"

/**
 * How fast each contender is, the median of the rounds after a first one. They take turns, so that all have the same share
 * of what else the machine does.
 */
export const ratesInTurns = (
  contenders: ReadonlyArray<Contender>,
  rounds: number
): ReadonlyMap<Contender, StreamingRate> => {
  const measured = Array.from({ length: rounds + 1 }, () =>
    contenders.map(({ candles, start }) => streamingRate(start(), candles))
  )
  return new Map(
    contenders.map((contender, place) => {
      const rates = measured.slice(1).flatMap((round) => round[place] ?? [])
      return [
        contender,
        {
          candlesPerSecond: median(rates.map(({ candlesPerSecond }) => candlesPerSecond)),
          // Each round finds the same.
          patternsPerCandle: rates[0]?.patternsPerCandle ?? Number.NaN
        }
      ]
    })
  )
}
