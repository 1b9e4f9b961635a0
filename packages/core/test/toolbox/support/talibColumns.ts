import type { Candle } from "../../../src/domain/Candle.ts"
import type { Feature } from "../../../src/plugin/defineFeature.ts"
import {
  adx,
  aroon,
  bollingerBands,
  commodityChannelIndex,
  type IndicatorReading,
  linearRegressionSlope,
  macd,
  moneyFlowIndex,
  natr,
  onBalanceVolume,
  rateOfChange,
  standardDeviation,
  stochastic,
  trueRange,
  williamsR,
  wma
} from "../../../src/toolbox/index.ts"
import { shownAfterEach } from "./following.ts"

/** A column of TA-Lib's outputs, and what should show the same after each candle. */
export interface TalibColumn {
  readonly column: string
  /** False when only the fixture has it. */
  readonly isGolden: boolean
  /** What of this size is nothing but rounding: a billionth of a point for what runs to 100, less for what is in a price's unit. */
  readonly rounding: number
  /** What it shows after each of the candles. */
  readonly after: (candles: ReadonlyArray<Candle>) => ReadonlyArray<number>
}

const points = 1e-9
const prices = 1e-12

const column = <Reading extends object>(
  name: string,
  rounding: number,
  feature: Feature<Reading>,
  value: (reading: Reading) => number,
  isGolden = true
): TalibColumn => ({ column: name, isGolden, rounding, after: (candles) => shownAfterEach(feature, candles, value) })

const own = ({ value }: IndicatorReading): number => value

/** Every indicator that TA-Lib has too, with the parameters in the columns' names. */
export const talibColumns: ReadonlyArray<TalibColumn> = [
  column("wma20", prices, wma(20), own),
  column("trange", prices, trueRange(), own),
  column("natr14", points, natr(14), own),
  column("macd", prices, macd(12, 26, 9), own),
  column("macd_signal", prices, macd(12, 26, 9), ({ signal }) => signal.value),
  column("macd_hist", prices, macd(12, 26, 9), ({ histogram }) => histogram.value),
  column("bb_upper", prices, bollingerBands(20, 2), ({ upper }) => upper.value),
  column("bb_middle", prices, bollingerBands(20, 2), ({ middle }) => middle.value),
  column("bb_lower", prices, bollingerBands(20, 2), ({ lower }) => lower.value),
  column("adx14", points, adx(14), own),
  column("plus_di14", points, adx(14), ({ plus }) => plus.value, false),
  column("minus_di14", points, adx(14), ({ minus }) => minus.value, false),
  column("stoch_k", points, stochastic(5, 3, 3), ({ k }) => k.value),
  column("stoch_d", points, stochastic(5, 3, 3), ({ d }) => d.value),
  column("cci14", points, commodityChannelIndex(14), own),
  column("willr14", points, williamsR(14), own),
  column("mfi14", points, moneyFlowIndex(14), own),
  column("obv", points, onBalanceVolume(), own),
  column("roc10", points, rateOfChange(10), own),
  column("stddev20", prices, standardDeviation(20), own),
  column("linreg_slope14", prices, linearRegressionSlope(14), own),
  column("aroon_down14", points, aroon(14), ({ down }) => down.value),
  column("aroon_up14", points, aroon(14), ({ up }) => up.value)
]
