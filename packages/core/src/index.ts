/** What a plugin author needs: the domain's words, the candle window and the definitions. */
export type { CandleWindow } from "./candles/CandleWindow.ts"
export { Candle, emptyIntervalsBetween } from "./domain/Candle.ts"
export { Decision } from "./domain/Decision.ts"
export { Confidence, Detection, TriggerCandle } from "./domain/Detection.ts"
export { EpochMillis, epochMillis } from "./domain/EpochMillis.ts"
export { Interval, intervalMillis } from "./domain/Interval.ts"
export { Direction, Match, MatchMetadata } from "./domain/Match.ts"
export { isStockSymbol, StockSymbol } from "./domain/StockSymbol.ts"
export { Tick } from "./domain/Tick.ts"
export {
  type ConfiguredDetector,
  defineDetector,
  type Detector,
  type DetectorDefinition,
  InvalidParams,
  noMatch
} from "./plugin/defineDetector.ts"
export { definePlugin, type Plugin } from "./plugin/definePlugin.ts"
