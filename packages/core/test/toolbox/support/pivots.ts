import type { Candle } from "../../../src/domain/Candle.ts"
import type { Feature } from "../../../src/plugin/defineFeature.ts"
import type { Pivot, PivotReading } from "../../../src/toolbox/index.ts"
import { following } from "./following.ts"
import { cell, readGolden } from "./tables.ts"

type AnyPivotReading = PivotReading<number | "variable", number>

/** A pivot by the numbers of its candles, counted from 0. */
export interface NumberedPivot {
  readonly kind: "high" | "low"
  readonly price: number
  readonly candle: number
  readonly confirmedAt: number
}

/** A copy of the pivots that can be read, newest first. */
export const pivotsOf = (reading: AnyPivotReading): ReadonlyArray<Pivot> =>
  Array.from({ length: reading.size }).flatMap((_, place) => {
    const pivot = reading.pivot(place)
    return pivot === undefined ? [] : [{ ...pivot }]
  })

/** The pivots that can be read after so many candles, oldest first. */
export const numberedPivots = (reading: AnyPivotReading, candles: number): ReadonlyArray<NumberedPivot> =>
  pivotsOf(reading)
    .toReversed()
    .map(({ age, confirmedAfter, kind, price }) => {
      const candle = candles - 1 - age
      return { kind, price, candle, confirmedAt: candle + confirmedAfter }
    })

/** All pivots that are confirmed on the candles, in order, each gathered at the candle that confirms it. */
export const everyPivot = (
  feature: Feature<AnyPivotReading>,
  candles: ReadonlyArray<Candle>
): ReadonlyArray<NumberedPivot> => {
  const { reading, take } = following(feature)
  return candles.flatMap((candle, index) => {
    take(candle)
    return numberedPivots(reading, index + 1).filter(({ confirmedAt }) => confirmedAt === index)
  })
}

/** The pivots that another implementation finds, of those rows whose setting has this value. */
export const readGoldenPivots = (name: string, setting: string, value: number): ReadonlyArray<NumberedPivot> =>
  readGolden(`chart/${name}-pivots.nt888.csv`)
    .filter((row) => cell(row, setting) === value)
    .map((row) => ({
      kind: cell(row, "type") === 1 ? "high" : "low",
      price: cell(row, "price"),
      candle: cell(row, "ext_i"),
      confirmedAt: cell(row, "conf_i")
    }))
