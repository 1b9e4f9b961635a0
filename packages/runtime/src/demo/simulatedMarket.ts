import { type EpochMillis, epochMillis, intervalMillis, type StockSymbol } from "@mjolnir/core"
import { SeededRandom } from "@mjolnir/core/testing"
import { Array } from "effect"

import { longestScript, plantedPatternNames } from "./plantedPatterns.ts"
import { type Plant, type SimulatedTick, SimulatedStock } from "./SimulatedStock.ts"

/** Minutes of trading before the opening, in which no planted pattern is completed: the detectors' warm-up. */
export const preMarketMinutes = longestScript + 8

/** When trading begins in a market that opens at `opening`. */
export const preMarketStart = (opening: EpochMillis): EpochMillis => epochMillis(opening - preMarketMinutes * minute)

/** One minute of the whole market. */
export interface MarketMinute {
  readonly start: EpochMillis
  /** Of all stocks, in order of time. */
  readonly ticks: ReadonlyArray<SimulatedTick>
  /** The planted patterns that begin with this minute. */
  readonly plants: ReadonlyArray<Plant>
}

/**
 * A market that never closes, minute by minute from {@link preMarketMinutes} before `opening` on. The same seed and
 * symbols give the same ticks; a stock trades the same whichever others there are beside it.
 *
 * @example
 * for (const { ticks } of simulatedMarket(1, demoSymbols(12), opening)) publish(ticks)
 */
export function* simulatedMarket(
  seed: number,
  symbols: ReadonlyArray<StockSymbol>,
  opening: EpochMillis
): Generator<MarketMinute, never> {
  const random = new SeededRandom(seed)
  const patterns = random.shuffled(plantedPatternNames)
  // Each stock begins with another pattern, so that a few stocks are enough to see all of them.
  const stocks = symbols.map((symbol, index) => {
    const inTurn = Array.rotate(patterns, -index)
    return new SimulatedStock(symbol, inTurn, preMarketMinutes, random.forPart(index))
  })
  let start = preMarketStart(opening)
  while (true) {
    const parts = stocks.map((stock) => stock.minute(start))
    yield {
      start,
      ticks: parts.flatMap(({ ticks }) => ticks).sort((one, other) => one.time - other.time),
      plants: parts.flatMap(({ plant }) => (plant === undefined ? [] : [plant]))
    }
    start = epochMillis(start + minute)
  }
}

const minute = intervalMillis["1m"]
