import { Result } from "effect"

import { StockSymbol } from "../../domain/StockSymbol.ts"
import { makePipelinePlan } from "../../pipeline/PipelinePlan.ts"
import type { PipelineStep } from "../../pipeline/PipelineStep.ts"
import { SymbolPipeline } from "../../pipeline/SymbolPipeline.ts"
import type { Detector } from "../../plugin/defineDetector.ts"
import { isForming, type MarketStep } from "../ticks/MarketStep.ts"
import { failAtFault } from "./PartFailed.ts"
import type { DetectorOptions } from "./RunOptions.ts"

/**
 * Runs a detector alone, in a pipeline that holds no detection back, and gives what is told of each step.
 *
 * @throws InvalidParams when the settings do not fit.
 * @throws PartFailed at the first call that a host would take for a failure.
 */
export const runAlone = <Told>(
  detector: Detector,
  steps: ReadonlyArray<MarketStep>,
  { restarts = false, settings = {}, symbol = "TEST", ...host }: DetectorOptions,
  tell: (outcome: PipelineStep) => Told
): ReadonlyArray<Told> => {
  const plan = Result.getOrThrow(
    makePipelinePlan([detector], {
      ...host,
      params: { [detector.name]: settings },
      minimumConfidence: 0,
      cooldownMillis: 0
    })
  )
  const begun = () => new SymbolPipeline(StockSymbol.make(symbol), plan)
  let pipeline = begun()
  return steps.map((step) => {
    if (restarts && !isForming(step)) {
      const saved = JSON.stringify(pipeline.snapshot())
      pipeline = begun()
      pipeline.restore(JSON.parse(saved))
    }
    const outcome = isForming(step) ? pipeline.onForming(step) : pipeline.onCandle(step)
    failAtFault(outcome.faults, placeOf(step))
    return tell(outcome)
  })
}

const placeOf = (step: MarketStep): string =>
  `the ${isForming(step) ? "forming candle" : "candle"} of ${new Date(step.time).toISOString()}`
