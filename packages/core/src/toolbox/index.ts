/** The author's toolbox: indicators, pivots, geometry and tolerances. */
export { ageAtTime } from "./ageAtTime.ts"
export { atr, type Averaging } from "./atr.ts"
export { isClearlyAbove, isClearlyBelow, isNear, type PriceComparison } from "./compareWithin.ts"
export { ema } from "./ema.ts"
export { type FittedLine, fitLine } from "./fitLine.ts"
export type { IndicatorReading } from "./IndicatorReading.ts"
export { legRatio, retracementPrice, type XabcdRatios, xabcdRatios } from "./legRatio.ts"
export type { Pivot, PivotReading, UnconfirmedExtreme } from "./Pivot.ts"
export type { PivotLimits } from "./PivotMemory.ts"
export type { PriceSource } from "./PriceSource.ts"
export { rollingMaximum, rollingMinimum } from "./rollingExtreme.ts"
export { rsi } from "./rsi.ts"
export { sma } from "./sma.ts"
export { type SwingOptions, swingPivots } from "./swingPivots.ts"
export {
  absolute,
  type AbsoluteTolerance,
  type AtrTolerance,
  type AtrToleranceOf,
  type FixedTolerance,
  inAtr,
  percent,
  relative,
  type RelativeTolerance,
  type Tolerance
} from "./Tolerance.ts"
export {
  type AgedPrice,
  apex,
  distanceFromLine,
  isParallel,
  lineAfter,
  priceAt,
  type TrendLine,
  trendLine
} from "./TrendLine.ts"
export { vwap } from "./vwap.ts"
export { zigZag, type ZigZagOptions, type ZigZagReading } from "./zigZag.ts"
