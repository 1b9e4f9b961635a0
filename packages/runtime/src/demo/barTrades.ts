import type { ScriptedBar } from "./plantedPatterns.ts"
import type { SeededRandom } from "./SeededRandom.ts"

/** Trades without which a candle has no shape. */
export const fewestBarTrades = 8

/**
 * The prices of `trades` trades in a row that amount to exactly the bar: from its open by its extremes to its close,
 * straight but for `noise`, a share of the price.
 */
export const barPrices = (
  [open, high, low, close]: ScriptedBar,
  trades: number,
  noise: number,
  random: SeededRandom
): ReadonlyArray<number> => {
  const turns = close >= open ? [open, low, high, close] : [open, high, low, close]
  const legs = turns.length - 1
  const prices: Array<number> = []
  for (const [leg, from] of turns.entries()) {
    const to = turns[leg + 1]
    if (to === undefined) return [...prices, from]
    const length = tradeOfTurn(leg + 1, legs, trades) - tradeOfTurn(leg, legs, trades)
    for (let step = 0; step < length; step++) {
      const price = from + ((to - from) * step) / length
      const jitter = step === 0 ? 0 : Math.round(from * noise * random.between(-1, 1))
      prices.push(clamped(Math.round(price) + jitter, from, to))
    }
  }
  return prices
}

/** Shares of `trades` trades, at least one each, that add up to `total`. */
export const barShares = (total: number, trades: number, random: SeededRandom): ReadonlyArray<number> => {
  const weights = Array.from({ length: trades }, () => random.between(0.3, 1.7))
  const sum = weights.reduce((one, other) => one + other, 0)
  const shares = weights.map((weight) => Math.max(1, Math.floor((total * weight) / sum)))
  const left = total - shares.reduce((one, other) => one + other, 0)
  return shares.with(trades - 1, (shares[trades - 1] ?? 0) + left)
}

const tradeOfTurn = (turn: number, legs: number, trades: number): number => Math.round((turn * (trades - 1)) / legs)

const clamped = (price: number, one: number, other: number): number =>
  Math.min(Math.max(price, Math.min(one, other)), Math.max(one, other))
