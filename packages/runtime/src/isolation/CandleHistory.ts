import type { Candle, StockSymbol } from "@mjolnir/core"
import { calendars } from "@mjolnir/core/calendar"
import { makePipelinePlan, type PipelinePlan, type PipelineSnapshot, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Result } from "effect"

import type { IsolatedSettings, LaneExtents } from "./messages.ts"

/**
 * The candles of one symbol that a thread has been sent, as many as its windows hold and rolled up as it rolls them up:
 * what a new thread goes on from. Made of a pipeline without detectors, so that filling the windows calls nobody: the
 * candle that somebody hung on is history like any other.
 */
export class CandleHistory {
  /** What the gates of the thread remember. */
  gates: PipelineSnapshot["gates"] = {}
  readonly #pipeline: SymbolPipeline

  constructor(symbol: StockSymbol, plan: PipelinePlan) {
    this.#pipeline = new SymbolPipeline(symbol, plan)
  }

  push(candle: Candle): void {
    this.#pipeline.onCandle(candle)
  }

  closeUpTo(time: number): void {
    this.#pipeline.closeUpTo(time)
  }

  snapshot(): PipelineSnapshot {
    return { ...this.#pipeline.snapshot(), gates: this.gates }
  }
}

/** The plan of pipelines that hold as many candles as these lanes and do nothing with them. */
export const historyPlan = (
  { calendar, interval }: Pick<IsolatedSettings, "calendar" | "interval">,
  [base, ...higher]: LaneExtents
): PipelinePlan => {
  const empty = { detectors: [], tickDetectors: [] }
  return {
    ...Result.getOrThrow(makePipelinePlan([], { interval, calendar: calendars[calendar] })),
    lanes: [{ ...base, ...empty }, ...higher.map((lane) => ({ ...lane, ...empty }))]
  }
}
