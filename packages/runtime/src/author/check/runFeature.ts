import { type Candle, defineDetector, type Feature, type Interval, noMatch, StockSymbol } from "@mjolnir/core"
import { makePipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Result, Schema } from "effect"

import { readField, readingFields } from "../../offline/readingFields.ts"

/** What a feature showed. */
export interface FeatureRun {
  /** The values at each candle, by name; empty before it is warm. */
  readonly readings: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly faults: ReadonlyArray<string>
  /** Its state survives a restart. */
  readonly isSaved: boolean
}

/** Runs a feature over candles of one symbol, in a pipeline whose only detector reads it; restarts that now and then. */
export const runFeature = (
  feature: Feature<object>,
  interval: Interval,
  candles: ReadonlyArray<Candle>,
  { restartEvery = Number.POSITIVE_INFINITY } = {}
): FeatureRun => {
  let values: Readonly<Record<string, unknown>> = {}
  const reader = defineDetector({
    name: "reader",
    version: "1.0.0",
    summary: "Reads a feature",
    emits: ["NOTHING"],
    params: Schema.Record(Schema.String, Schema.Never),
    history: 1,
    features: { subject: feature },
    detect: (_window, _state, _params, { features: { subject } }) => {
      values = Object.fromEntries(readingFields(subject).map((field) => [field, readField(subject, field)]))
      return noMatch
    }
  })
  const plan = Result.getOrThrow(makePipelinePlan([reader], { interval }))
  let pipeline = new SymbolPipeline(symbol, plan)
  const faults: Array<string> = []
  const readings = candles.map((candle, index) => {
    if ((index + 1) % restartEvery === 0) {
      const saved = JSON.stringify(pipeline.snapshot())
      pipeline = new SymbolPipeline(symbol, plan)
      pipeline.restore(JSON.parse(saved))
    }
    values = {}
    for (const { problem } of pipeline.onCandle(candle).faults) faults.push(`candle ${index + 1}: it ${problem}`)
    return values
  })
  return { readings, faults, isSaved: Object.keys(pipeline.snapshot().features).length > 0 }
}

const symbol = StockSymbol.make("TEST")
