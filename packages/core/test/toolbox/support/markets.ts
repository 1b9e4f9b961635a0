import { Arbitrary } from "effect"

import type { Candle } from "../../../src/domain/Candle.ts"
import { minuteWalk } from "../../../src/testing/scenarios/minuteWalk.ts"
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

/** The driftless walk of the test kit. */
export const randomWalk = (length: number, seed = 1): ReadonlyArray<Candle> => minuteWalk(seed, length)

/** Flat candles at these prices. */
export const closingAt = (...closes: ReadonlyArray<number>): ReadonlyArray<Candle> =>
  closes.map((close, minutes) => candleAt(minutes, { close }))
