import type { CandleWindow } from "@mjolnir/core"

/** What a single candle looks like. Only plain `bullish` and `bearish` candles take part in the classic patterns. */
export type CandleKind = "doji" | "hammer" | "hanging_man" | "shooting_star" | "bullish" | "bearish"

/**
 * The kind of the candle `age` candles ago; the first rule that holds wins. A candle without a real body is a doji,
 * one with a long shadow on one side and next to none on the other is a hammer, hanging man or shooting star.
 *
 * The classic rules of the service that Mjolnir replaces.
 */
export const candleKind = (window: CandleWindow, age: number): CandleKind => {
  const open = window.open(age)
  const high = window.high(age)
  const low = window.low(age)
  const close = window.close(age)
  const body = Math.abs(close - open)
  const range = high - low
  if (range === 0 || body < smallestBody || body / range < smallestBodyShare) return "doji"
  const upperShadow = high - Math.max(open, close)
  const lowerShadow = Math.min(open, close) - low
  const rises = close > open
  if (lowerShadow > longShadow * body && upperShadow <= shortShadow * body) return rises ? "hammer" : "hanging_man"
  if (upperShadow > longShadow * body && lowerShadow <= shortShadow * body) return "shooting_star"
  return rises ? "bullish" : "bearish"
}

/** True when the candle rises and has a real body. */
export const isBullish = (window: CandleWindow, age: number): boolean =>
  window.close(age) > window.open(age) && candleKind(window, age) === "bullish"

/** True when the candle falls and has a real body. */
export const isBearish = (window: CandleWindow, age: number): boolean =>
  window.close(age) < window.open(age) && candleKind(window, age) === "bearish"

/** In quote currency: half a cent. */
const smallestBody = 0.005
/** Body as a share of the candle's range. */
const smallestBodyShare = 0.1
/** In bodies. */
const longShadow = 2
/** In bodies. */
const shortShadow = 0.5
