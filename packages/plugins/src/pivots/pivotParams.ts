import { type Feature, param } from "@mjolnir/core"
import { atr, type IndicatorReading, inAtr, percent, zigZag, type ZigZagReading } from "@mjolnir/core/toolbox"
import { Schema } from "effect"

/**
 * The params by which the chart and harmonic detectors are told what a pivot is. With equal ones they read one and the
 * same feature, which the host keeps once for each symbol.
 *
 * @example
 * params: Schema.Struct({ ...pivotParams, tolerance: ... }),
 * features: (params) => ({ pivots: pivotsOf(params), atr: pivotAtr })
 */
export const pivotParams = {
  reversal: param(
    Schema.Finite.check(Schema.isGreaterThan(0)),
    "How far the close must come back from a high or low to make a pivot of it, in the unit of reversalIn",
    2
  ),
  reversalIn: param(
    Schema.Literals(["atr", "percent"]),
    "Unit of the reversal: average true ranges, or percent of the price",
    "atr"
  ),
  within: param(
    Schema.Int.check(Schema.isBetween({ minimum: 20, maximum: 5_000 })),
    "Candles within which all pivots of a pattern must lie",
    240
  )
}

/** The values of {@link pivotParams}. */
export interface PivotSettings {
  readonly reversal: number
  readonly reversalIn: "atr" | "percent"
  readonly within: number
}

/** The alternating highs and lows of the symbol, each known from the candle on that confirms it. */
export const pivotsOf = ({ reversal, reversalIn, within }: PivotSettings): Feature<ZigZagReading> =>
  zigZag({
    reversal: reversalIn === "atr" ? inAtr(reversal, atrPeriod, "simple") : percent(reversal),
    keep: mostPivots,
    within
  })

/** Pivots that a pattern can look back to. */
export const mostPivots = 16

/** Candles of the plain average of true ranges: long enough to be a steady measure of height, and the same wherever it began. */
export const atrPeriod = 30

/** The unit in which heights are measured. */
export const pivotAtr: Feature<IndicatorReading> = atr(atrPeriod, "simple")
