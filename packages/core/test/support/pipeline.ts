import { Result, Schema } from "effect"

import type { CandleWindow } from "../../src/candles/CandleWindow.ts"
import type { Candle } from "../../src/domain/Candle.ts"
import type { Decision } from "../../src/domain/Decision.ts"
import type { Match } from "../../src/domain/Match.ts"
import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { makePipelinePlan, type PipelineSettings } from "../../src/pipeline/PipelinePlan.ts"
import type { PartFault } from "../../src/pipeline/PipelineStep.ts"
import { SymbolPipeline } from "../../src/pipeline/SymbolPipeline.ts"
import { defineDetector, type Detector } from "../../src/plugin/defineDetector.ts"

/** A match of the newest candle that nothing is wrong with. */
export const matchOf = <Pattern extends string = "SEEN">(
  window: CandleWindow,
  fields: Partial<Match<Pattern | "SEEN">> = {}
): Match<Pattern | "SEEN"> => ({
  pattern: "SEEN",
  direction: "bullish",
  confidence: 0.9,
  trigger: 0,
  price: window.close(0),
  anchors: [0],
  metadata: {},
  ...fields
})

/** A made-up detector of the patterns SEEN and OTHER; `fields` override. */
export const detectorOf = (
  detect: (window: CandleWindow) => ReadonlyArray<Match>,
  fields: Partial<Pick<Detector, "name" | "version">> & { readonly history?: number; readonly warmUp?: number } = {}
): Detector =>
  defineDetector<string, Schema.Struct<{}>>({
    name: "made-up",
    version: "1.0.0",
    summary: "Whatever the test wants",
    emits: ["SEEN", "OTHER"],
    params: Schema.Struct({}),
    history: 1,
    detect,
    ...fields
  })

/** A pipeline for LOOP without minimum confidence and cooldown unless the settings say so. */
export const pipelineOf = (
  detectors: ReadonlyArray<Detector>,
  settings: PipelineSettings = {},
  symbol = "LOOP"
): SymbolPipeline =>
  new SymbolPipeline(
    StockSymbol.make(symbol),
    Result.getOrThrow(makePipelinePlan(detectors, { minimumConfidence: 0, cooldownMillis: 0, ...settings }))
  )

/** All that the candles lead to. */
export const run = (
  pipeline: SymbolPipeline,
  candles: ReadonlyArray<Candle>
): { readonly decisions: ReadonlyArray<Decision>; readonly faults: ReadonlyArray<PartFault> } => {
  const steps = candles.map((candle) => pipeline.onCandle(candle))
  return { decisions: steps.flatMap(({ decisions }) => decisions), faults: steps.flatMap(({ faults }) => faults) }
}

/** `published`, or the reason to suppress. */
export const verdictOf = (decision: Decision): string => (decision._tag === "Publish" ? "published" : decision.reason)
