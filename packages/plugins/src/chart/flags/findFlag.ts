import type { ChartShape } from "../frame/ChartShape.ts"
import type { ChartView } from "../frame/ChartView.ts"
import type { FlagMeasure } from "./FlagMeasure.ts"
import type { FlagParams } from "./flagParams.ts"

export type FlagPattern = "BULL_FLAG" | "BEAR_FLAG" | "BULL_PENNANT" | "BEAR_PENNANT"
export type FlagRule = "pole" | "speed" | "retracement" | "narrowness" | "breakout"

/**
 * A pole up from a pivot low, and the flag or pennant after it, out of which the newest candle breaks upwards. It is
 * measured with these two, what earlier candles broke out of with the second.
 */
export const findFlag =
  (measure: FlagMeasure, earlier: FlagMeasure) =>
  (view: ChartView, params: FlagParams): ChartShape<FlagPattern, FlagRule> | undefined => {
    if (!(view.close(0) > view.high(1))) return undefined
    const longest = params.poleCandles * (1 + params.flagWidth) + 1
    for (let place = view.isTop(0) ? 1 : 0; place < view.turns; place += 2) {
      const base = view.turnAge(place)
      if (!(base <= longest)) return undefined
      const kind = measure.kindOf(view, base, 0, params)
      if (kind !== undefined && !isLeftBefore(view, base, measure.tip, earlier, params)) {
        return flagShape(view, base, kind, measure)
      }
    }
    return undefined
  }

/** True when an earlier candle after the same tip broke out already. */
const isLeftBefore = (
  view: ChartView,
  base: number,
  tip: number,
  earlier: FlagMeasure,
  params: FlagParams
): boolean => {
  for (let end = tip - 1 - params.flagCandles; end > 0; end--) {
    if (earlier.kindOf(view, base, end, params) !== undefined) return true
  }
  return false
}

const patternOf = {
  flag: { 1: "BULL_FLAG", [-1]: "BEAR_FLAG" },
  pennant: { 1: "BULL_PENNANT", [-1]: "BEAR_PENNANT" }
} as const

const flagShape = (
  view: ChartView,
  base: number,
  kind: "flag" | "pennant",
  measure: FlagMeasure
): ChartShape<FlagPattern, FlagRule> => {
  const { lower, lowest, lowestPrice, range, tip, tipPrice, upper } = measure
  const basePrice = view.low(base)
  const pole = tipPrice - basePrice
  const from = { age: base, price: basePrice, label: "base" }
  const to = { age: tip, price: tipPrice, label: "tip" }
  const isUpright = view.side === 1
  const line = (isUpper: boolean) => {
    const { price } = isUpper ? upper : lower
    const start = { age: tip - 1, price: (isUpper ? upper : lower).at(tip - 1) }
    return { label: isUpper === isUpright ? "upper line" : "lower line", from: start, to: { age: 0, price } }
  }
  return {
    pattern: patternOf[kind][view.side],
    way: 1,
    corners: [
      from,
      to,
      { age: lowest, price: lowestPrice, label: isUpright ? `lowest of the ${kind}` : `highest of the ${kind}` }
    ],
    lines: [{ label: "pole", from, to }, line(true), line(false)],
    breakoutLevel: upper.price,
    height: pole,
    levels: { pole_base: basePrice, pole_tip: tipPrice },
    figures: {
      pole_candles: base - tip,
      flag_candles: tip - 1,
      pole_atr: pole / range,
      retracement: (tipPrice - lowestPrice) / pole
    },
    quality: {
      pole: pole / range,
      speed: pole / range / (base - tip),
      retracement: (tipPrice - lowestPrice) / pole,
      narrowness: Math.max(measure.distanceAt(tip - 1), measure.distanceAt(1)) / pole,
      breakout: (view.close(0) - upper.price) / range
    }
  }
}
