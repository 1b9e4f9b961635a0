import type { Turn } from "../../pivots/Turn.ts"

/**
 * The tops and bottoms of an order as neurotrader888/TechnicalAnalysisAutomation has them: no price of so many candles on
 * either side is beyond them, so that each is known so many candles later. Several tops may follow each other.
 */
export const rollingTurns = (prices: ReadonlyArray<number>, order: number): ReadonlyArray<Turn> =>
  prices.flatMap((price, index) => {
    const confirmedAt = index + order
    if (index <= order || confirmedAt >= prices.length) return []
    const around = prices.slice(index - order, confirmedAt + 1)
    return [true, false]
      .filter((isHigh) => around.every((each) => (isHigh ? each <= price : each >= price)))
      .map((isHigh) => ({ index, price, isHigh, confirmedAt }))
  })
