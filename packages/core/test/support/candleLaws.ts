import type { Candle } from "../../src/domain/Candle.ts"

/** What is wrong with a series of candles, if anything. */
export const faultOf = (candles: ReadonlyArray<Candle>, intervalMillis: number): string | undefined => {
  for (const [index, candle] of candles.entries()) {
    const { close, gap, high, low, open, ticks, time, volume } = candle
    const before = candles[index - 1]
    const fault = Object.entries({
      "a price is not finite": ![open, high, low, close].every(Number.isFinite),
      "a price is not above 0": low <= 0,
      "the low is above the body": low > Math.min(open, close),
      "the high is below the body": high < Math.max(open, close),
      "the volume is negative": !(volume >= 0),
      "the ticks are not a number of ticks": !Number.isInteger(ticks) || ticks < 0,
      "the time is not the start of an interval": time % intervalMillis !== 0,
      "the time is not after the one before": before !== undefined && time <= before.time,
      "the gap is another": before !== undefined && gap !== (time - before.time) / intervalMillis - 1
    }).find(([, isFault]) => isFault)
    if (fault !== undefined) return `candle ${index}: ${fault[0]}: ${JSON.stringify(candle)}`
  }
  return undefined
}
