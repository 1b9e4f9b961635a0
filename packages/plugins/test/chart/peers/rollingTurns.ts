import type { Turn } from "./turnsIn.ts"

/**
 * The tops and bottoms of an order as neurotrader888/TechnicalAnalysisAutomation has them: no price of so many candles on
 * either side is beyond them, so that each is known so many candles later. Several tops may follow each other.
 */
export const rollingTurns = (prices: ReadonlyArray<number>, order: number): ReadonlyArray<Turn> =>
  prices.flatMap((price, index) => {
    const knownAt = index + order
    if (index <= order || knownAt >= prices.length) return []
    const around = prices.slice(index - order, knownAt + 1)
    return [true, false]
      .filter((isHigh) => around.every((each) => (isHigh ? each <= price : each >= price)))
      .map((isHigh) => ({ index, price, isHigh, knownAt }))
  })
