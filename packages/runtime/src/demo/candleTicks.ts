import type { SeededRandom } from "@mjolnir/core/testing"

import type { ScriptedCandle } from "./plantedPatterns.ts"

/** Ticks without which a candle has no shape. */
export const fewestCandleTicks = 8

/**
 * The prices of `ticks` ticks in a row that amount to exactly the candle: from its open by its extremes to its close,
 * straight but for `noise`, a share of the price.
 */
export const candlePrices = (
  [open, high, low, close]: ScriptedCandle,
  ticks: number,
  noise: number,
  random: SeededRandom
): ReadonlyArray<number> => {
  const [first, second] = close >= open ? [low, high] : [high, low]
  const legs = [
    { from: open, to: first },
    { from: first, to: second },
    { from: second, to: close }
  ]
  const tickOfTurn = (turn: number) => Math.round((turn * (ticks - 1)) / legs.length)
  const prices = legs.flatMap(({ from, to }, leg) => {
    const length = tickOfTurn(leg + 1) - tickOfTurn(leg)
    return Array.from({ length }, (_, step) => {
      const price = from + ((to - from) * step) / length
      const jitter = step === 0 ? 0 : Math.round(from * noise * random.between(-1, 1))
      return clamped(Math.round(price) + jitter, from, to)
    })
  })
  return [...prices, close]
}

/** Shares of `ticks` ticks, at least one each, that add up to `total`. */
export const candleShares = (total: number, ticks: number, random: SeededRandom): ReadonlyArray<number> => {
  const weights = Array.from({ length: ticks }, () => random.between(0.3, 1.7))
  const sum = weights.reduce((one, other) => one + other, 0)
  const shares = weights.map((weight) => Math.max(1, Math.floor((total * weight) / sum)))
  const left = total - shares.reduce((one, other) => one + other, 0)
  return shares.with(ticks - 1, (shares[ticks - 1] ?? 0) + left)
}

const clamped = (price: number, one: number, other: number): number =>
  Math.min(Math.max(price, Math.min(one, other)), Math.max(one, other))
