import type { Candle } from "@mjolnir/core"

/** Something that takes candles one by one and tells how many patterns each completes. */
export type Stream = (candle: Candle) => number

/** How fast a stream takes candles on one core, and how many patterns it told of at each. */
export interface StreamingRate {
  readonly candlesPerSecond: number
  readonly patternsPerCandle: number
}

/** The rate over all candles, in processor time of this thread. */
export const streamingRate = (stream: Stream, candles: ReadonlyArray<Candle>): StreamingRate => {
  let patterns = 0
  const before = process.threadCpuUsage()
  for (const candle of candles) patterns += stream(candle)
  const { system, user } = process.threadCpuUsage(before)
  return { candlesPerSecond: candles.length / ((user + system) / 1e6), patternsPerCandle: patterns / candles.length }
}
