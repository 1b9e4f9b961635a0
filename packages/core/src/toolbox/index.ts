/** The author's toolbox: indicators, pivots, geometry and tolerances. */
export { adx, type AdxReading } from "./adx.ts"
export { ageAtTime } from "./ageAtTime.ts"
export { aroon, type AroonReading } from "./aroon.ts"
export { atr, type Averaging } from "./atr.ts"
export { type BollingerReading, bollingerBands } from "./bollingerBands.ts"
export { commodityChannelIndex } from "./commodityChannelIndex.ts"
export { isClearlyAbove, isClearlyBelow, isNear, type PriceComparison } from "./compareWithin.ts"
export { ema } from "./ema.ts"
export { type FittedLine, fitLine } from "./fitLine.ts"
export type { IndicatorReading } from "./IndicatorReading.ts"
export { legRatio, retracementPrice, type XabcdRatios, xabcdRatios } from "./legRatio.ts"
export { linearRegressionSlope } from "./linearRegressionSlope.ts"
export { macd, type MacdReading } from "./macd.ts"
export { moneyFlowIndex } from "./moneyFlowIndex.ts"
export { natr } from "./natr.ts"
export { onBalanceVolume } from "./onBalanceVolume.ts"
export type { Pivot, PivotReading, UnconfirmedExtreme } from "./Pivot.ts"
export type { PivotLimits } from "./PivotMemory.ts"
export type { PriceSource } from "./PriceSource.ts"
export { rateOfChange } from "./rateOfChange.ts"
export { rollingMaximum, rollingMinimum } from "./rollingExtreme.ts"
export { rsi } from "./rsi.ts"
export { sma } from "./sma.ts"
export { standardDeviation } from "./standardDeviation.ts"
export { stochastic, type StochasticReading } from "./stochastic.ts"
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
export { trueRange } from "./trueRange.ts"
export { vwap } from "./vwap.ts"
export { williamsR } from "./williamsR.ts"
export { wma } from "./wma.ts"
export { zigZag, type ZigZagOptions, type ZigZagReading } from "./zigZag.ts"
