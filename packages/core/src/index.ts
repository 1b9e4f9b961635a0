/** What a plugin author needs: the domain's words, the candle window and the definitions. */
export type { SessionCalendar } from "./calendar/SessionCalendar.ts"
export type { CandleWindow } from "./candles/CandleWindow.ts"
export {
  type Annotation,
  DatedAnnotation,
  line,
  type LineAnnotation,
  type Place,
  point,
  type PointAnnotation,
  zone,
  type ZoneAnnotation
} from "./domain/Annotation.ts"
export { Candle, emptyIntervalsBetween } from "./domain/Candle.ts"
export { Decision } from "./domain/Decision.ts"
export { Confidence, Detection, Score, TriggerCandle } from "./domain/Detection.ts"
export { EpochMillis, epochMillis } from "./domain/EpochMillis.ts"
export type { FormingCandle } from "./domain/FormingCandle.ts"
export { Interval, intervalMillis } from "./domain/Interval.ts"
export { Direction, type Match, MatchMetadata, type ProvisionalMatch } from "./domain/Match.ts"
export { type NearMiss, RuleScore } from "./domain/RuleScore.ts"
export { Session } from "./domain/Session.ts"
export { isStockSymbol, StockSymbol } from "./domain/StockSymbol.ts"
export { Tick } from "./domain/Tick.ts"
export type { ConfiguredDetector, HostContext, RunningDetector } from "./plugin/ConfiguredDetector.ts"
export { defineDetector, type Detector, noMatch } from "./plugin/defineDetector.ts"
export {
  defineFeature,
  type Feature,
  type FeatureDefinition,
  type Features,
  onInterval,
  type Readings,
  type RunningFeature
} from "./plugin/defineFeature.ts"
export { type ConfiguredFeed, defineFeed, type Feed, type FeedDefinition, type FeedFrame } from "./plugin/defineFeed.ts"
export { type ConfiguredGate, defineGate, type Gate, type GateDefinition } from "./plugin/defineGate.ts"
export {
  definePlugin,
  type Isolation,
  type PartKind,
  partKinds,
  type Plugin,
  type PluginDefinition
} from "./plugin/definePlugin.ts"
export {
  type ConfiguredConsultingScorer,
  type ConfiguredPureScorer,
  type ConfiguredScorer,
  defineScorer,
  type Judgement,
  type Scorer,
  type ScorerDefinition
} from "./plugin/defineScorer.ts"
export { type ConfiguredSink, defineSink, type Delivery, type Sink, type SinkDefinition } from "./plugin/defineSink.ts"
export type { DetectorContext, DetectorDefinition, TickWindow, CalledOn } from "./plugin/DetectorDefinition.ts"
export { exampleCandles } from "./plugin/exampleCandles.ts"
export type { Filters } from "./plugin/Filters.ts"
export { InvalidDefinition } from "./plugin/identity.ts"
export type { Call, Open, OpenPart } from "./plugin/openPart.ts"
export { param } from "./plugin/param.ts"
export { InvalidParams } from "./plugin/params.ts"
export type { StateDefinition } from "./plugin/partState.ts"
export type { ExampleCandle, PatternDescription } from "./plugin/PatternDescription.ts"
export { sdkVersion } from "./plugin/sdkVersion.ts"
