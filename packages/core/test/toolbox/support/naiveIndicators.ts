import type { Candle } from "../../../src/domain/Candle.ts"

/** Values of an indicator after each candle, worked out from all candles up to there. */
export type Batch = (candles: ReadonlyArray<Candle>) => ReadonlyArray<number>

const typical = ({ close, high, low }: Candle): number => (high + low + close) / 3

const sum = (values: ReadonlyArray<number>): number => values.reduce((total, value) => total + value, 0)

/** A value from the newest `period` candles alone. */
const ofNewest =
  (period: number, value: (newest: ReadonlyArray<Candle>) => number): Batch =>
  (candles) =>
    candles.map((_, index) => (index + 1 < period ? Number.NaN : value(candles.slice(index + 1 - period, index + 1))))

export const naiveSma = (period: number): Batch =>
  ofNewest(period, (newest) => sum(newest.map(({ close }) => close)) / period)

export const naiveMaximum = (period: number): Batch =>
  ofNewest(period, (newest) => Math.max(...newest.map(({ high }) => high)))

export const naiveMinimum = (period: number): Batch =>
  ofNewest(period, (newest) => Math.min(...newest.map(({ low }) => low)))

const meanPrice = (candles: ReadonlyArray<Candle>): number =>
  sum(candles.map((candle) => typical(candle) * candle.volume)) / sum(candles.map(({ volume }) => volume))

export const naiveVwap = (period: number): Batch => ofNewest(period, meanPrice)

export const naiveVwapOfDay: Batch = (candles) =>
  candles.map(({ time }, index) =>
    meanPrice(candles.slice(0, index + 1).filter((earlier) => dayOf(earlier.time) === dayOf(time)))
  )

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/**
 * A recursive mean written out: the mean of the first `period` values and each later one, weighted by how much the later
 * ones have left of it.
 */
const writtenOut = (values: ReadonlyArray<number>, period: number, share: number): number => {
  if (values.length < period) return Number.NaN
  const seed = sum(values.slice(0, period)) / period
  const later = values.slice(period)
  return later.reduce(
    (total, value, index) => total + value * share * (1 - share) ** (later.length - 1 - index),
    seed * (1 - share) ** later.length
  )
}

export const naiveEma =
  (period: number): Batch =>
  (candles) =>
    candles.map((_, index) =>
      writtenOut(
        candles.slice(0, index + 1).map(({ close }) => close),
        period,
        2 / (period + 1)
      )
    )

/** A value of each candle and the one before it. */
const changes = (
  candles: ReadonlyArray<Candle>,
  change: (candle: Candle, before: Candle) => number
): ReadonlyArray<number> =>
  candles.flatMap((candle, index) => {
    const before = candles[index - 1]
    return before === undefined ? [] : [change(candle, before)]
  })

export const naiveAtr =
  (period: number): Batch =>
  (candles) => {
    const ranges = changes(
      candles,
      ({ high, low }, before) => Math.max(high, before.close) - Math.min(low, before.close)
    )
    return candles.map((_, index) => writtenOut(ranges.slice(0, index), period, 1 / period))
  }

export const naiveSimpleAtr =
  (period: number): Batch =>
  (candles) => {
    const ranges = changes(
      candles,
      ({ high, low }, before) => Math.max(high, before.close) - Math.min(low, before.close)
    )
    return candles.map((_, index) =>
      index < period ? Number.NaN : ranges.slice(index - period, index).reduce((sum, each) => sum + each, 0) / period
    )
  }

export const naiveRsi =
  (period: number): Batch =>
  (candles) => {
    const moves = changes(candles, ({ close }, before) => close - before.close)
    return candles.map((_, index) => {
      const seen = moves.slice(0, index)
      const gain = writtenOut(
        seen.map((move) => Math.max(0, move)),
        period,
        1 / period
      )
      const loss = writtenOut(
        seen.map((move) => Math.max(0, -move)),
        period,
        1 / period
      )
      return gain + loss === 0 ? 0 : (100 * gain) / (gain + loss)
    })
  }
