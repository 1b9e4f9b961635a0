import type { ExampleCandle } from "@mjolnir/core"

/**
 * Ordinary candles that rise to 100, and the given ones after them. Each of them has a body of 1 with shadows of 0.5, so
 * that after them a body above 1 is long and one up to 0.2 that of a doji, and a shadow below 0.2 is as good as none.
 */
export const afterRise = (...candles: ReadonlyArray<ExampleCandle>): ReadonlyArray<ExampleCandle> => [
  ...ordinary((age) => {
    const close = 100 - age / 2
    return [close - 1, close + 0.5, close - 1.5, close]
  }),
  ...candles
]

/** Ordinary candles that fall to 100, like those of {@link afterRise}, and the given ones after them. */
export const afterFall = (...candles: ReadonlyArray<ExampleCandle>): ReadonlyArray<ExampleCandle> => [
  ...ordinary((age) => {
    const close = 100 + age / 2
    return [close + 1, close + 1.5, close - 0.5, close]
  }),
  ...candles
]

/** As many as the rule with the longest lookback needs. */
const leadInLength = 14

const ordinary = (candleOf: (age: number) => ExampleCandle): ReadonlyArray<ExampleCandle> =>
  Array.from({ length: leadInLength }, (_, index) => candleOf(leadInLength - 1 - index))
