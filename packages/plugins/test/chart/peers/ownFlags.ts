import type { Candle } from "@mjolnir/core"
import { Schema } from "effect"

import { type FlagParams, flagParams } from "../../../src/chart/flags/flagParams.ts"
import type { Turn } from "../../pivots/Turn.ts"
import { nearby } from "./nearby.ts"
import { flagOrder, type TheirFlag } from "./neurotraderFlags.ts"
import type { OwnShapes } from "./ownShapes.ts"
import { candlesFrom, turnsFrom } from "./Side.ts"

/** A rule of this detector that a flag or pennant does not keep. */
type OwnFlagRule =
  | "noBase"
  | "otherBase"
  | "otherTip"
  | "longPole"
  | "shortFlag"
  | "longFlag"
  | "deepFlag"
  | "shortPole"
  | "noThrust"
  | "insideLine"
  | "noEvenLines"

/** The first rule of this detector that another program's flag does not keep at the candle where it is told; undefined when it keeps all. */
export const brokenOwnFlagRule = (
  { at, base: theirBase, side, tip: theirTip }: TheirFlag,
  shapes: OwnShapes,
  given: object
): OwnFlagRule | undefined => {
  const settings = Schema.decodeSync(flagParams)(given)
  const candles = candlesFrom(side, shapes.candles)
  const distance = ({ index }: Turn): number => Math.abs(index - theirBase)
  const [base] = turnsFrom(side, shapes.turns)
    .filter(({ isHigh, confirmedAt }) => !isHigh && confirmedAt <= at)
    .toSorted((one, other) => distance(one) - distance(other))
  if (base === undefined || distance(base) > flagOrder) return "noBase"
  if (distance(base) > nearby) return "otherBase"
  const highs = candles.map(({ high }) => high)
  const lows = candles.map(({ low }) => low)
  const tipPrice = Math.max(...highs.slice(base.index, at))
  const tip = highs.indexOf(tipPrice, base.index)
  if (Math.abs(tip - theirTip) > nearby) return "otherTip"
  const [pole, flag] = [tip - base.index, at - tip - 1]
  if (pole > settings.poleCandles) return "longPole"
  if (flag < settings.flagCandles) return "shortFlag"
  if (flag > settings.flagWidth * pole) return "longFlag"
  const back = tipPrice - Math.min(...lows.slice(tip + 1, at))
  if (back > settings.retracement * (tipPrice - base.price)) return "deepFlag"
  const range = averageRange(candles, tip)
  if (tipPrice - base.price < settings.minimumPole * range) return "shortPole"
  const close = candles[at]?.close ?? Number.NaN
  if (close <= (highs[at - 1] ?? Number.NaN)) return "noThrust"
  const upper = lineOver(highs.slice(tip + 1, at))
  const lower = negative(lineOver(lows.slice(tip + 1, at).map((low) => -low)))
  if (close <= upper.start + upper.slope * flag) return "insideLine"
  return isFlagOrPennant(upper, lower, flag, range, settings) ? undefined : "noEvenLines"
}

/** A line by its price at the first candle after the tip, and what it rises from one to the next. */
interface Line {
  readonly start: number
  readonly slope: number
}

const negative = ({ slope, start }: Line): Line => ({ start: -start, slope: -slope })

/** The line over all prices that is nearest to them: it goes through two, and is the lowest in their middle. */
const lineOver = (prices: ReadonlyArray<number>): Line => {
  const middle = (prices.length - 1) / 2
  const lines = prices.flatMap((from, first) =>
    prices.slice(first + 1).map((to, later): Line => {
      const slope = (to - from) / (later + 1)
      return { start: from - slope * first, slope }
    })
  )
  const isOver = ({ slope, start }: Line): boolean =>
    prices.every((price, index) => price <= start + slope * index + rounding * Math.abs(price))
  const heightOf = ({ slope, start }: Line): number => start + slope * middle
  const [nearest] = lines.filter(isOver).toSorted((one, other) => heightOf(one) - heightOf(other))
  return nearest ?? { start: Number.NaN, slope: Number.NaN }
}

const isFlagOrPennant = (
  upper: Line,
  lower: Line,
  flag: number,
  range: number,
  { convergence, level }: FlagParams
): boolean => {
  const before = upper.start - lower.start
  const after = before + (upper.slope - lower.slope) * flag
  if (after > 0 && after <= convergence * before) return upper.slope < 0 && lower.slope > 0
  const allowed = (level * range) / flag
  return (
    Math.min(before, after) > convergence * Math.max(before, after) && Math.max(upper.slope, lower.slope) <= allowed
  )
}

/** Mean true range of the 30 candles up to one. */
const averageRange = (candles: ReadonlyArray<Candle>, newest: number): number => {
  const ranges = candles.slice(newest - 29, newest + 1).map(({ high, low }, index) => {
    const before = candles[newest - 30 + index]?.close ?? Number.NaN
    return Math.max(high, before) - Math.min(low, before)
  })
  return ranges.reduce((sum, each) => sum + each, 0) / ranges.length
}

const rounding = 1e-12
