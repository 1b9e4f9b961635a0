import type { Feature } from "@mjolnir/core"
import {
  adx,
  aroon,
  atr,
  bollingerBands,
  commodityChannelIndex,
  ema,
  linearRegressionSlope,
  macd,
  moneyFlowIndex,
  natr,
  onBalanceVolume,
  rateOfChange,
  rollingMaximum,
  rollingMinimum,
  rsi,
  sma,
  standardDeviation,
  stochastic,
  trueRange,
  williamsR,
  wma
} from "@mjolnir/core/toolbox"

/** A number that can be printed for every candle: what a feature shows under a field of its reading. */
export interface IndicatorColumn {
  /** As TA-Lib's users call it, the period at its end. */
  readonly name: string
  readonly feature: Feature<object>
  /** Where in the reading it is, with dots between, such as `signal.value`. */
  readonly field: string
}

/** The usual indicators with their usual periods. */
export const indicatorColumns: ReadonlyArray<IndicatorColumn> = [
  { name: "sma20", feature: sma(20), field: "value" },
  { name: "ema20", feature: ema(20), field: "value" },
  { name: "wma20", feature: wma(20), field: "value" },
  { name: "rsi14", feature: rsi(14), field: "value" },
  { name: "atr14", feature: atr(14), field: "value" },
  { name: "natr14", feature: natr(14), field: "value" },
  { name: "trange", feature: trueRange(), field: "value" },
  { name: "macd", feature: macd(12, 26, 9), field: "value" },
  { name: "macd_signal", feature: macd(12, 26, 9), field: "signal.value" },
  { name: "macd_hist", feature: macd(12, 26, 9), field: "histogram.value" },
  { name: "bb_upper", feature: bollingerBands(20, 2), field: "upper.value" },
  { name: "bb_middle", feature: bollingerBands(20, 2), field: "middle.value" },
  { name: "bb_lower", feature: bollingerBands(20, 2), field: "lower.value" },
  { name: "adx14", feature: adx(14), field: "value" },
  { name: "stoch_k", feature: stochastic(5, 3, 3), field: "k.value" },
  { name: "stoch_d", feature: stochastic(5, 3, 3), field: "d.value" },
  { name: "cci14", feature: commodityChannelIndex(14), field: "value" },
  { name: "willr14", feature: williamsR(14), field: "value" },
  { name: "mfi14", feature: moneyFlowIndex(14), field: "value" },
  { name: "obv", feature: onBalanceVolume(), field: "value" },
  { name: "roc10", feature: rateOfChange(10), field: "value" },
  { name: "stddev20", feature: standardDeviation(20), field: "value" },
  { name: "max20_high", feature: rollingMaximum(20, "high"), field: "value" },
  { name: "min20_low", feature: rollingMinimum(20, "low"), field: "value" },
  { name: "linreg_slope14", feature: linearRegressionSlope(14), field: "value" },
  { name: "aroon_down14", feature: aroon(14), field: "down.value" },
  { name: "aroon_up14", feature: aroon(14), field: "up.value" }
]
