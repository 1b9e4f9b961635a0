import type { ExampleCandle } from "@mjolnir/core"

/**
 * Candles without shadows that go straight from height to height by equal steps, of which the last to a height may be
 * smaller, and then one back that confirms the last height as a pivot. Before them come as many small ones as the detector
 * must have seen. Height 0 is a price of 100 and each 1 is 8 more, or less in a bearish path.
 *
 * @example
 * pivotPath([1.3, 0, 1, 0.382, 0.764, 0.214]) // the pivots of a bullish Gartley, and a fall to the first of them
 */
export const pivotPath = (
  heights: ReadonlyArray<number>,
  direction: "bullish" | "bearish" = "bullish"
): ReadonlyArray<ExampleCandle> => {
  const step = wayAlong(heights) / steps
  const closes = heights.slice(0, 1)
  for (let index = 0; index < leadIn; index++) closes.unshift(heights[0] ?? 0, (heights[0] ?? 0) + step)
  for (const [index, height] of heights.slice(1).entries())
    closes.push(...stepsBetween(heights[index] ?? height, height, step))
  const last = heights.at(-1) ?? 0
  closes.push(last + Math.sign((heights.at(-2) ?? 0) - last) * stepsToConfirm * step)
  const prices = closes.map((height) => rounded(middle + (direction === "bullish" ? height : -height) * tall))
  return prices.slice(1).map((close, index) => {
    const open = prices[index] ?? close
    return [open, Math.max(open, close), Math.min(open, close), close]
  })
}

/** Closes of the candles from one height to the next. */
const stepsBetween = (from: number, to: number, step: number): ReadonlyArray<number> => {
  const count = Math.ceil(Math.abs(to - from) / step)
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? to : from + Math.sign(to - from) * step * (index + 1)
  )
}

const wayAlong = (heights: ReadonlyArray<number>): number =>
  heights.slice(1).reduce((sum, height, index) => sum + Math.abs(height - (heights[index] ?? height)), 0)

/** Price at height 0, and what a height of 1 is, in quote currency. */
const middle = 100
const tall = 8
/** Steps on the whole way: few enough for all of it to be within the default number of candles. */
const steps = 180
/** Pairs of candles before. */
const leadIn = 40
/** More than the default reversal in average true ranges, which are a step. */
const stepsToConfirm = 3

const rounded = (price: number): number => Math.round(price * 1e6) / 1e6
