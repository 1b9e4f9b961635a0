import { type Detector, type HostContext, type Plugin, StockSymbol } from "@mjolnir/core"
import { CandleRing } from "@mjolnir/core/candles"
import { makePipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Result } from "effect"

import type { Stream } from "./streamingRate.ts"

const symbol = StockSymbol.make("LOOP")
const context: HostContext = { symbol, interval: "1m", features: {}, higher: {} }

/** A detector without features, called for each candle as such, without its host: what `detect` itself takes. */
export const detectorAlone = (detector: Detector): Stream => {
  const configured = Result.getOrThrow(detector.configure({}))
  if (configured.on !== "candle") throw new Error(`${detector.name} looks at ticks`)
  const ring = new CandleRing(configured.history)
  const running = configured.start()
  return (candle) => {
    ring.push(candle)
    return running.detect(ring.view, context).length
  }
}

/** All detectors of the plugins in the pipeline of one symbol, with features, guards, gates and detections. */
export const inPipeline = (plugins: ReadonlyArray<Plugin>): Stream => {
  const plan = makePipelinePlan(plugins.flatMap(({ detectors }) => detectors))
  const pipeline = new SymbolPipeline(symbol, Result.getOrThrow(plan))
  return (candle) => pipeline.onCandle(candle).decisions.length
}
