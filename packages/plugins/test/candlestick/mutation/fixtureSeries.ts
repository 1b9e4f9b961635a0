import { coarseSeries, ties } from "../fixtures.ts"
import type { ExpectedSeries } from "./mutantHunt.ts"

/** The fixtures by pattern: the coarse series, and the newest candle of each short one. */
export const fixtureSeries = (): ReadonlyArray<ExpectedSeries> => {
  const { candles, found } = coarseSeries()
  const values = found.map(valuesOf)
  return [
    { candles, expected: (index, pattern) => values[index]?.get(pattern) ?? 0 },
    ...ties().map((tie): ExpectedSeries => {
      const newest = valuesOf(tie.found)
      return {
        candles: tie.candles,
        expected: (index, pattern) => (index === tie.candles.length - 1 ? (newest.get(pattern) ?? 0) : undefined)
      }
    })
  ]
}

const valuesOf = (found: ReadonlyArray<string>): ReadonlyMap<string, number> =>
  new Map(
    found.map((each) => {
      const [pattern = "", value] = each.split(" ")
      return [pattern, Number(value)]
    })
  )
