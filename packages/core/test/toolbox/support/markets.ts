import { Arbitrary } from "effect"

import type { Candle } from "../../../src/domain/Candle.ts"
import { oneOf, price, whole } from "../../support/arbitraries.ts"
import { candleAt } from "../../support/candles.ts"

/** Prices of which many are equal. */
const coarsePrice = whole(8, 14)

/** Up to `most` candles in a row, either of any prices or of few. */
export const candlesOfAnyMarket = (most: number): Arbitrary.Arbitrary<ReadonlyArray<Candle>> =>
  oneOf(candlesOf(coarsePrice, most), candlesOf(price, most))

const candlesOf = (price: Arbitrary.Arbitrary<number>, most: number): Arbitrary.Arbitrary<ReadonlyArray<Candle>> =>
  Arbitrary.map(
    Arbitrary.array(Arbitrary.all([price, price, price, price, whole(0, 3)]), { minLength: 1, maxLength: most }),
    (rows) =>
      rows.map(([open, close, one, other, hundreds], minutes) =>
        candleAt(minutes, {
          open,
          close,
          high: Math.max(open, close, one, other),
          low: Math.min(open, close, one, other),
          volume: hundreds * 100
        })
      )
  )

/** A random walk in cents with steps of up to half a dollar, the same for the same seed. */
export const randomWalk = (length: number, seed = 1): ReadonlyArray<Candle> => {
  let state = seed
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  let cents = 10_000
  return Array.from({ length }, (_, minutes) => {
    const open = cents
    cents = Math.max(100, cents + Math.round((random() - 0.5) * 100))
    return candleAt(minutes, {
      open: open / 100,
      close: cents / 100,
      high: (Math.max(open, cents) + Math.round(random() * 20)) / 100,
      low: (Math.min(open, cents) - Math.round(random() * 20)) / 100,
      volume: Math.round(random() * 1e6)
    })
  })
}

/** Flat candles at these prices. */
export const closingAt = (...closes: ReadonlyArray<number>): ReadonlyArray<Candle> =>
  closes.map((close, minutes) => candleAt(minutes, { close }))
